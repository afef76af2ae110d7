package enforcement

import (
	"slices"

	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Limits are what the house policy says about time. No national rule sets them, so a limit that is zero is not set, and
// no clock begins.
type Limits struct {
	Objection     workday.Span // 异议期限, from the feedback (反馈)
	Rectification workday.Span // 整改期限, from the circular (通报)
}

// Flow returns the way of an enforcement file through one round of review (案卷评查): 抽取, 评查, 第三人评分 where the two sides
// lie apart, 评定等次, 反馈, 异议 and 复核, 通报, 整改. The two sides may review on two days. For files of 行政处罚 the review is
// part of 行政执法评议、考核 (行政处罚法第七十五条); no national article on it was read for other files, so it and the rest are
// house policy.
func Flow(p Profile) lifecycle.Flow {
	p.Bands = slices.Clone(p.Bands)
	const objection, rectification = "异议期限", "整改期限"
	return lifecycle.Flow{Kind: Kind, Name: "行政执法案卷评查流程", Steps: []lifecycle.Step{
		{Name: "抽取", Doc: "抽取案卷", First: true},
		{Name: "评查", Doc: "法律顾问、赋权部门评分；不在同一日的，分别记", After: []string{"抽取", "评查"}, Gates: []lifecycle.Gate{p.ownFileGate()}},
		{Name: "第三人评分", Doc: "两个评分相差超过限度的，由第三人评分", After: []string{"评查"}},
		{
			Name: "评定等次", Doc: "按得分评定等次", After: []string{"评查", "第三人评分", "复核"},
			Gates: []lifecycle.Gate{p.bothScoresGate(), p.arbitrationGate(), p.gradeGate()},
		},
		{
			Name: "反馈", Doc: "把评查结果反馈办案部门", After: []string{"评定等次"},
			Starts: []lifecycle.Clock{{Name: objection, Span: p.Limits.Objection, Basis: p.rule()}},
		},
		{Name: "异议", Doc: "办案部门提出异议", After: []string{"反馈"}, Stops: []string{objection}},
		{Name: "复核", Doc: "复核异议", After: []string{"异议"}},
		{
			Name: "通报", Doc: "通报评查结果", After: []string{"反馈", "复核"}, Stops: []string{objection},
			Starts: []lifecycle.Clock{{Name: rectification, Span: p.Limits.Rectification, Basis: p.rule()}},
		},
		{Name: "整改", Doc: "办案部门报送整改情况", After: []string{"通报", "整改"}, Stops: []string{rectification}},
		{Name: "办结", Doc: "评查材料归档", After: []string{"通报", "整改"}, Final: true},
	}}
}

func (p Profile) ownFileGate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "enforcement/reviewer/own-file", Basis: p.rule(), Path: "/reviewer", Doc: "评查人不得评查本单位的案卷",
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, f *File) bool {
			return f.Reviewer == "" || f.Reviewer != f.Department
		}),
	}
}

func (p Profile) bothScoresGate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "enforcement/score/both", Basis: p.rule(), Path: "/counsel",
		Doc: "法律顾问和赋权部门都应当评分；只作单评的，有一个评分即可",
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, f *File) bool {
			if p.Single {
				return f.Counsel != nil || f.Empowering != nil
			}
			return f.Counsel != nil && f.Empowering != nil
		}),
	}
}

func (p Profile) arbitrationGate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "enforcement/score/arbitration", Basis: p.rule(), Path: "/arbiter",
		Doc: "两个评分相差超过限度的，应当由第三人评分；没有另定限度的，限度为十分",
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, f *File) bool {
			if f.Counsel == nil || f.Empowering == nil || f.Arbiter != nil {
				return true
			}
			return !p.apart(*f.Counsel, *f.Empowering)
		}),
	}
}

func (p Profile) gradeGate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "enforcement/grade", Basis: p.rule(), Path: "/grade",
		Doc: p.gradeDoc(),
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, f *File) bool {
			return f.Grade != "" && len(f.Deciding()) > 0 && p.fits(f)
		}),
	}
}
