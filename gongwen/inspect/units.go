package inspect

import "math"

const pointsPerMM = 72 / 25.4

// mm turns points into millimetres.
func mm(points float64) float64 { return points / pointsPerMM }

// round rounds to hundredths; there is no minus zero.
func round(v float64) float64 { return math.Round(v*100)/100 + 0 }

// unsigned takes the sign from what is zero in one decimal, so that no message says -0.0.
func unsigned(v float64) float64 {
	if v < 0 && v > -0.05 {
		return 0
	}
	return v
}

// near reports whether two values differ by no more than a tolerance; the slack is that of floating point.
func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance+1e-6 }
