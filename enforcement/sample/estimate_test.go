package sample_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// Sixty-five of 13,020 files at a rate of .94: ±5.8 points.
func TestExpectOfTheFacts(t *testing.T) {
	got, err := sample.Expect(0.94, sample.Count{Files: 13020, Drawn: 65})
	require.NoError(t, err)
	require.Equal(t, "5.8", fmt.Sprintf("%.1f", got.Wald.Half*100))
	require.Equal(t, "0.0576", fmt.Sprintf("%.4f", got.Wald.Half))
	require.Greater(t, got.Wilson.Half, got.Wald.Half)
	require.Less(t, got.Wilson.High, got.Wald.High, "Wilson leans to the middle")
}

// Fifty of a hundred, of a frame without end: the published interval of Wilson is .4038 to .5962.
func TestWilson(t *testing.T) {
	got, err := sample.Estimate(sample.Count{Files: 1_000_000_000_000, Drawn: 100, Passed: 50})
	require.NoError(t, err)
	require.Equal(t, "0.4038 0.5962", fmt.Sprintf("%.4f %.4f", got.Wilson.Low, got.Wilson.High))
	require.Equal(t, "0.4020 0.5980", fmt.Sprintf("%.4f %.4f", got.Wald.Low, got.Wald.High))
	all, err := sample.Estimate(sample.Count{Files: 1_000_000_000_000, Drawn: 10, Passed: 10})
	require.NoError(t, err)
	require.Equal(t, "0.7225 1.0000", fmt.Sprintf("%.4f %.4f", all.Wilson.Low, all.Wilson.High))
	require.Zero(t, all.Wald.Half)
}

// By hand: weights .75 and .25, rates .9 and .5; variance = .5625·(270/299)/30·.09 + .0625·(80/99)/20·.25.
func TestEstimateOfStrata(t *testing.T) {
	got, err := sample.Estimate(sample.Count{Files: 300, Drawn: 30, Passed: 27}, sample.Count{Files: 100, Drawn: 20, Passed: 10})
	require.NoError(t, err)
	require.InDelta(t, 0.8, got.Rate, 1e-12)
	require.InDelta(t, 1.96*math.Sqrt(.5625*270/299/30*.09+.0625*80/99/20*.25), got.Wald.Half, 1e-12)
	require.Zero(t, got.Lone)
}

// A stratum that was drawn as a whole adds nothing; of a frame that was drawn as a whole the rate is known.
func TestWholeStrata(t *testing.T) {
	whole, err := sample.Estimate(sample.Count{Files: 4, Drawn: 4, Passed: 3}, sample.Count{Files: 1, Drawn: 1, Passed: 1}, sample.Count{})
	require.NoError(t, err)
	require.Equal(t, sample.Interval{Rate: whole.Rate, Wald: sample.Band{Low: whole.Rate, High: whole.Rate}, Wilson: sample.Band{Low: whole.Rate, High: whole.Rate}}, whole)
	require.InDelta(t, 0.8, whole.Rate, 1e-12)
	lone, err := sample.Estimate(sample.Count{Files: 9, Drawn: 1, Passed: 1}, sample.Count{Files: 9, Drawn: 3, Passed: 2})
	require.NoError(t, err)
	require.Equal(t, 1, lone.Lone)
}

func TestNoEstimate(t *testing.T) {
	for _, c := range []struct {
		want   string
		counts []sample.Count
	}{
		{"没有案卷", nil},
		{"没有案卷", []sample.Count{{}}},
		{"第2层没有抽取案卷", []sample.Count{{Files: 2, Drawn: 1}, {Files: 2}}},
		{"第1层的抽取数", []sample.Count{{Files: 2, Drawn: 3}}},
		{"第1层的抽取数", []sample.Count{{Files: 2, Drawn: -1}}},
		{"第1层的抽取数", []sample.Count{{Files: -1, Drawn: -1}}},
		{"第1层的合格数", []sample.Count{{Files: 2, Drawn: 1, Passed: 2}}},
		{"第1层的合格数", []sample.Count{{Files: 2, Drawn: 1, Passed: -1}}},
	} {
		got, err := sample.Estimate(c.counts...)
		require.ErrorIs(t, err, sample.ErrCount)
		require.ErrorContains(t, err, c.want)
		require.Zero(t, got)
	}
	for _, rate := range []float64{-0.1, 1.1, math.NaN(), math.Inf(1)} {
		_, err := sample.Expect(rate, sample.Count{Files: 2, Drawn: 1})
		require.ErrorIs(t, err, sample.ErrCount)
	}
	_, err := sample.Expect(0.5)
	require.ErrorIs(t, err, sample.ErrCount)
}

// Wilson's interval holds what it promises: over frames of 400 files of which 200 to 390 are good, and all samples of 40,
// some 95 % of the intervals hold the rate, by the exact probabilities of the draw.
func TestCoverage(t *testing.T) {
	covered, frames := 0.0, 0.0
	for good := 200; good <= 390; good++ {
		frames++
		for passed := max(0, good-360); passed <= 40; passed++ {
			got, err := sample.Estimate(sample.Count{Files: 400, Drawn: 40, Passed: passed})
			require.NoError(t, err)
			if rate := float64(good) / 400; 400-good >= 40-passed && got.Wilson.Low <= rate && rate <= got.Wilson.High {
				covered += math.Exp(choose(good, passed) + choose(400-good, 40-passed) - choose(400, 40))
			}
		}
	}
	require.InDelta(t, 0.95, covered/frames, 0.01)
}

// choose is the logarithm of a binomial coefficient.
func choose(n, k int) float64 {
	lg := func(x int) float64 { v, _ := math.Lgamma(float64(x + 1)); return v }
	return lg(n) - lg(k) - lg(n-k)
}

func FuzzEstimate(f *testing.F) {
	f.Add(13020, 65, 61, 10, 1, 1, 0.94)
	f.Add(math.MaxInt, math.MaxInt-1, 3, 1, 1, 0, 1.0)
	f.Fuzz(func(t *testing.T, files, drawn, passed, files2, drawn2, passed2 int, rate float64) {
		counts := []sample.Count{{files, drawn, passed}, {files2, drawn2, passed2}}
		for _, estimate := range []func() (sample.Interval, error){
			func() (sample.Interval, error) { return sample.Estimate(counts...) },
			func() (sample.Interval, error) { return sample.Expect(rate, counts...) },
		} {
			got, err := estimate()
			if err != nil {
				require.Zero(t, got)
				continue
			}
			for _, b := range []sample.Band{got.Wald, got.Wilson} {
				require.True(t, b.Half >= 0 && b.Half <= 1, b)
				require.True(t, 0 <= b.Low && b.Low <= b.High && b.High <= 1, b)
			}
			require.True(t, got.Rate >= 0 && got.Rate <= 1)
		}
	})
}
