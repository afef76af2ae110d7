package sample

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Verify repeats a draw from its record and a frame, with all its replacements, and says every difference: that the frame
// is another one, which recorded files it lacks or has otherwise, and which strata, files and reviewers the draw gives
// otherwise. It finds nothing if and only if the record is what Draw and Replace give. Paths are those of the record.
func Verify(drawn Drawn, frame []Unit) fazhi.Issues {
	v := &findings{}
	if drawn.Files != len(frame) {
		v.fault(RosterChanged, "/files", "记录的案卷总数是"+strconv.Itoa(drawn.Files)+"，名单中有"+strconv.Itoa(len(frame))+"份")
	}
	if drawn.Roster != roster(frame) {
		v.fault(RosterChanged, "/roster", "案卷名单与抽取时的不同")
		v.moved(drawn.Picks, frame)
	}
	again, issues := Draw(frame, drawn.Plan)
	if broken(issues) {
		v.issues = append(v.issues, issues...)
		return v.issues
	}
	for i, r := range drawn.Replaced {
		next, issues := Replace(again, frame, r.Out, r.Reason)
		if broken(issues) {
			v.fault(Differs, fazhi.At("replaced", i), "这一替换不能重复")
			v.issues = append(v.issues, issues...)
			break
		}
		again = next
		if got := next.Replaced[i].In; got != r.In {
			v.fault(Differs, fazhi.At("replaced", i, "in"), "换入的应当是另一案卷")
		}
	}
	v.compare(drawn, again)
	return v.issues
}

// moved reports recorded files that a changed frame lacks or has otherwise.
func (f *findings) moved(picks []Pick, frame []Unit) {
	now := make(map[string]*Unit, len(picks))
	for i := range picks {
		now[picks[i].ID] = nil
	}
	for i := range frame {
		if _, drawn := now[frame[i].ID]; drawn {
			now[frame[i].ID] = &frame[i]
		}
	}
	for i := range picks {
		switch u := now[picks[i].ID]; {
		case u == nil:
			f.fault(RosterChanged, fazhi.At("picks", i, "id"), "抽中的案卷不在名单中")
		case u.Department != picks[i].Department:
			f.fault(RosterChanged, fazhi.At("picks", i, "department"), "名单中该案卷属于另一部门")
		case !slices.Equal(u.Strata, picks[i].Strata):
			f.fault(RosterChanged, fazhi.At("picks", i, "strata"), "名单中该案卷属于另一层")
		}
	}
}

// compare reports what a record has otherwise than the draw.
func (f *findings) compare(was, again Drawn) {
	if len(was.Strata) != len(again.Strata) {
		f.fault(Differs, "/strata", "应当有"+strconv.Itoa(len(again.Strata))+"层")
	}
	for i := range min(len(was.Strata), len(again.Strata)) {
		a, b := was.Strata[i], again.Strata[i]
		at := fazhi.At("strata", i)
		f.same(at.At("keys"), "分层", list(a.Keys), list(b.Keys))
		f.same(at.At("files"), "案卷数", a.Files, b.Files)
		f.same(at.At("share"), "应占份额", a.Share, b.Share)
		f.same(at.At("drawn"), "抽取数", a.Drawn, b.Drawn)
	}
	if len(was.Picks) != len(again.Picks) {
		f.fault(Differs, "/picks", "应当抽取"+strconv.Itoa(len(again.Picks))+"份案卷")
	}
	for i := range min(len(was.Picks), len(again.Picks)) {
		a, b := was.Picks[i], again.Picks[i]
		at := fazhi.At("picks", i)
		f.same(at.At("id"), "案卷", a.ID, b.ID)
		f.same(at.At("department"), "部门", a.Department, b.Department)
		f.same(at.At("strata"), "分层", list(a.Strata), list(b.Strata))
		f.same(at.At("key"), "次序摘要", a.Key, b.Key)
		f.same(at.At("for"), "抽取缘由", a.For, b.For)
		f.same(at.At("reviewers"), "评查人", list(a.Reviewers), list(b.Reviewers))
		f.same(at.At("reserve"), "候补评查人", a.Reserve, b.Reserve)
	}
}

func (f *findings) same(at fazhi.Path, name string, was, again any) {
	if !reflect.DeepEqual(was, again) {
		f.fault(Differs, at, "记录的"+name+"与重新抽取的不同")
	}
}
