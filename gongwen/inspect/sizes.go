package inspect

import "fmt"

// sizeName returns a size as clerks call it: 三号（16磅）.
func sizeName(points float64) string {
	for _, s := range [...]struct {
		points float64
		name   string
	}{
		{42, "初号"}, {36, "小初"}, {26, "一号"}, {24, "小一"}, {22, "二号"}, {18, "小二"}, {16, "三号"}, {15, "小三"},
		{14, "四号"}, {12, "小四"}, {10.5, "五号"}, {9, "小五"},
	} {
		if near(points, s.points, 0.2) {
			return fmt.Sprintf("%s（%g磅）", s.name, tenth(points))
		}
	}
	return fmt.Sprintf("%g磅", tenth(points))
}
