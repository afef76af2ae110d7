package rubrics

import (
	"embed"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/ruleyaml"
)

//go:embed data
var data embed.FS

// A Name names a built-in rubric; it is the ID of the rubric.
type Name string

// The built-in rubrics.
const (
	Penalty        Name = "house/penalty"          // 行政处罚，普通程序
	SummaryPenalty Name = "house/summary"          // 行政处罚，简易程序
	NoPenalty      Name = "house/no-penalty"       // 不予行政处罚
	Permit         Name = "house/permit"           // 行政许可
	Coercion       Name = "house/coercion"         // 行政强制
	Inspection     Name = "house/inspection"       // 行政检查
	MEEPenalty     Name = "mee-2024/penalty"       // 生态环境：一般行政处罚
	MEENoPenalty   Name = "mee-2024/no-penalty"    // 生态环境：不予行政处罚
	MEEDaily       Name = "mee-2024/daily-penalty" // 生态环境：按日连续处罚
	MEESeizure     Name = "mee-2024/seizure"       // 生态环境：查封、扣押
	MEEDetention   Name = "mee-2024/detention"     // 生态环境：移送拘留
	MEECrime       Name = "mee-2024/crime"         // 生态环境：移送涉嫌环境污染犯罪
)

// ErrUnknown is returned, wrapped, for a name that no built-in rubric has.
var ErrUnknown = errors.New("没有这个内置标准")

// Load returns a built-in rubric, each time a new one that is the caller's own. It reads YAML: load once and keep the
// compiled scorer. The error is ErrUnknown for a name that is not in the List.
func Load(name Name) (rubric.Rubric, error) {
	list := List()
	n := slices.IndexFunc(list, func(i Info) bool { return i.Name == name })
	if n < 0 {
		return rubric.Rubric{}, unknown(name, list)
	}
	r, err := read(string(name))
	if err != nil {
		return rubric.Rubric{}, err
	}
	if list[n].Status == Adapted {
		common, err := read("mee-2024/common")
		if err != nil {
			return rubric.Rubric{}, err
		}
		r = join(common, r)
	}
	if err := rubric.Vet(r).Err(); err != nil {
		return rubric.Rubric{}, fmt.Errorf("rubrics: %s：%w", name, err)
	}
	return r, nil
}

func unknown(name Name, list []Info) error {
	names := make([]string, len(list))
	for i := range list {
		names[i] = string(list[i].Name)
	}
	if meant, ok := near.Name(string(name), names); ok {
		return fmt.Errorf("rubrics: %w：是不是“%s”？", ErrUnknown, meant)
	}
	return fmt.Errorf("rubrics: %w", ErrUnknown)
}

// read reads one file. What it holds is vetted when it is whole: the tables of the national model leave to the common part
// what they share.
func read(name string) (rubric.Rubric, error) {
	file := "data/" + name + ".yaml"
	text, err := data.ReadFile(file)
	if err != nil {
		return rubric.Rubric{}, fmt.Errorf("rubrics: %w", err)
	}
	r, issues := ruleyaml.Read(file, text)
	if r.ID == "" {
		return rubric.Rubric{}, fmt.Errorf("rubrics: %w", issues.Err())
	}
	r.At = nil
	return r, nil
}
