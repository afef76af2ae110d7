package chart_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
)

// A matrix turns linear red, green and blue into what an eye sees.
type matrix [3][3]float64

// Eyes without one kind of cone, after Machado, Oliveira and Fernandes (2009), and a copier without colours.
var eyes = map[string]matrix{
	"all cones":   {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no red":      {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"no green":    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"no blue":     {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"black/white": {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// lab returns lightness and the two colour axes of CIELAB.
func lab(i gongwen.Ink, eye matrix) [3]float64 {
	linear := [3]float64{}
	for n, c := range [...]uint8{i.R, i.G, i.B} {
		linear[n] = math.Pow((float64(c)/255+0.055)/1.055, 2.4)
	}
	seen := times(eye, linear)
	xyz := times(matrix{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}, seen)
	f := [3]float64{}
	for n, white := range [...]float64{0.9505, 1, 1.089} {
		f[n] = math.Cbrt(max(xyz[n]/white, 0))
	}
	return [3]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

func times(m matrix, v [3]float64) [3]float64 {
	out := [3]float64{}
	for i := range m {
		for j := range v {
			out[i] += m[i][j] * v[j]
		}
	}
	return out
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt(math.Pow(a[0]-b[0], 2) + math.Pow(a[1]-b[1], 2) + math.Pow(a[2]-b[2], 2))
}

func TestColoursStayApart(t *testing.T) {
	palette := chart.Palette()
	require.Len(t, palette, chart.MaxSeries)
	for name, eye := range eyes {
		for i, a := range palette {
			for j, b := range palette[:i] {
				d := distance(lab(a, eye), lab(b, eye))
				if i-j == 1 { // neighbours
					require.Greater(t, d, 25.0, "%s: %d and %d", name, j, i)
				} else if name != "black/white" {
					require.Greater(t, d, 12.0, "%s: %d and %d", name, j, i)
				}
			}
		}
	}
}
