package sample_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// million is a frame of a million files of 17 departments and three kinds.
func million() []sample.Unit {
	frame := make([]sample.Unit, 1_000_000)
	kinds := [][]string{{"处罚"}, {"处罚"}, {"许可"}, {"处罚"}, {"强制"}}
	for i := range frame {
		frame[i] = sample.Unit{
			ID: fmt.Sprintf("泉鲤执〔2024〕%07d号", i+1), Department: fmt.Sprintf("第%d执法单位", i*i%17+1), Strata: kinds[i*7%5],
		}
	}
	return frame
}

// Five hundred files of a million, each with two reviewers and a reserve.
func BenchmarkDraw(b *testing.B) {
	frame := million()
	p := sample.Plan{Seed: "20240608期", Size: 500, PerDepartment: 1, PerStratum: 1, Panel: panel()}
	b.ReportAllocs()
	for b.Loop() {
		_, issues := sample.Draw(frame, p)
		require.Zero(b, issues.Count(fazhi.Error))
	}
}
