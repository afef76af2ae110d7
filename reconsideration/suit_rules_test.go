package reconsideration_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// 行政诉讼法第二十六条，解释第二十二条、第一百三十三条、第一百三十四条。
func TestDefendant(t *testing.T) {
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
	type outcomes = []reconsideration.Outcome
	for _, x := range []struct {
		outcomes   outcomes
		procedural bool
		want       reconsideration.Defendant
		basis      string
	}{
		{outcomes{"维持"}, false, reconsideration.BothDefendants, "行政诉讼法第二十六条第二款"},
		{outcomes{"驳回请求"}, false, reconsideration.BothDefendants, reading + "第一百三十三条"},
		{outcomes{"驳回申请"}, false, reconsideration.AsSuedFor, reading + "第一百三十三条"},
		{outcomes{"变更"}, false, reconsideration.AuthorityIsSued, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款"},
		{outcomes{"撤销"}, true, reconsideration.AuthorityIsSued, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款"},
		{outcomes{"确认无效"}, false, reconsideration.AuthorityIsSued, reading + "第二十二条第二款"},
		{outcomes{"确认违法"}, false, reconsideration.AuthorityIsSued, reading + "第二十二条第三款"},
		{outcomes{"确认违法"}, true, reconsideration.BothDefendants, reading + "第二十二条第三款"},
		{outcomes{"维持", "撤销"}, false, reconsideration.BothDefendants, reading + "第一百三十四条第二款"},
		{outcomes{"撤销", "责令履行"}, false, reconsideration.AuthorityIsSued, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款"},
		{outcomes{"维持", "赔偿"}, false, reconsideration.BothDefendants, "行政诉讼法第二十六条第二款"},
		{outcomes{"赔偿", "撤销"}, false, reconsideration.AuthorityIsSued, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款"},
		{outcomes{"变更", "驳回申请"}, false, reconsideration.AsSuedFor, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款、第一百三十三条"},
		{outcomes{"驳回申请", "部分撤销"}, false, reconsideration.AsSuedFor, "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款、第一百三十三条"},
		{outcomes{"变更", "驳回申请", "维持"}, false, reconsideration.BothDefendants, reading + "第一百三十四条第二款"},
		{outcomes{"维持", "驳回申请"}, false, reconsideration.BothDefendants, reading + "第一百三十四条第二款"},
		{outcomes{"和解终止"}, false, reconsideration.OrganIsSued, reading + "第五十八条"},
		{outcomes{"撤回终止"}, false, reconsideration.OrganIsSued, reading + "第五十八条"},
		{nil, false, reconsideration.AsSuedFor, "行政诉讼法第二十六条第三款"},
	} {
		got, why, err := reconsideration.Reviewed{Outcomes: x.outcomes, Procedural: x.procedural}.Defendant()
		require.NoError(t, err)
		require.Equal(t, x.want, got, x.outcomes)
		require.Equal(t, x.basis, why.Basis, x.outcomes)
		require.NotEmpty(t, why.Doc)
	}
	for _, o := range []outcomes{{"调解"}, {"其他终止"}, {"赔偿"}, {"不是结案方式"}, {"维持", "撤回终止"}} {
		got, _, err := reconsideration.Reviewed{Outcomes: o}.Defendant()
		require.ErrorIs(t, err, reconsideration.ErrDefendant)
		require.Empty(t, got)
	}
}

// 行政诉讼法第三条第三款，负责人出庭应诉的规定第一条、第二条、第五条、第七条、第八条。
func TestAppearance(t *testing.T) {
	on := fazhi.DateOf(2025, 3, 6)
	heads := []reconsideration.Attendee{reconsideration.FirstHead, reconsideration.DeputyHead, reconsideration.DeputyRank, reconsideration.OtherHead}
	for _, head := range heads {
		require.True(t, head.IsHead())
		require.Empty(t, reconsideration.Appearance([]reconsideration.Sitting{{On: on, Present: []reconsideration.Attendee{head}}}))
	}
	with := func(present ...reconsideration.Attendee) reconsideration.Sitting {
		return reconsideration.Sitting{On: on, Present: present}
	}
	excused, called, short, strange := with(reconsideration.Official), with(reconsideration.Official), with(reconsideration.Official), with("秘书")
	excused.Excuse, called.Called, short.Notified, strange.Excuse = "不可抗力", true, on.AddDays(-2), "出差"
	head := with(reconsideration.DeputyHead, reconsideration.Lawyer)
	for name, x := range map[string]struct {
		sittings []reconsideration.Sitting
		want     []string
	}{
		"an entrusted head":      {[]reconsideration.Sitting{with(reconsideration.EntrustedHead)}, []string{"reconsideration/sitting/nobody /0/present", "reconsideration/sitting/head /0/present"}},
		"a lower head":           {[]reconsideration.Sitting{with(reconsideration.LowerHead)}, []string{"reconsideration/sitting/nobody /0/present", "reconsideration/sitting/head /0/present"}},
		"with an official":       {[]reconsideration.Sitting{with(reconsideration.LowerHead, reconsideration.Official)}, []string{"reconsideration/sitting/head /0/present"}},
		"lawyers only":           {[]reconsideration.Sitting{with(reconsideration.Lawyer)}, []string{"reconsideration/sitting/nobody /0/present", "reconsideration/sitting/head /0/present"}},
		"nobody":                 {[]reconsideration.Sitting{with()}, []string{"reconsideration/sitting/nobody /0/present", "reconsideration/sitting/head /0/present"}},
		"excused":                {[]reconsideration.Sitting{excused}, nil},
		"once is enough":         {[]reconsideration.Sitting{head, with(reconsideration.Official)}, nil},
		"not lawyers afterwards": {[]reconsideration.Sitting{head, with(reconsideration.Lawyer)}, []string{"reconsideration/sitting/nobody /1/present"}},
		"called again":           {[]reconsideration.Sitting{head, called}, []string{"reconsideration/sitting/head /1/present"}},
		"once, the second time":  {[]reconsideration.Sitting{with(reconsideration.Official), head}, nil},
		"short notice":           {[]reconsideration.Sitting{short}, []string{"reconsideration/sitting/short-notice /0/notified"}},
		"unknown words":          {[]reconsideration.Sitting{strange}, []string{"reconsideration/sitting/attendee /0/present/0", "reconsideration/sitting/attendee /0/excuse", "reconsideration/sitting/nobody /0/present", "reconsideration/sitting/head /0/present"}},
	} {
		var got []string
		for _, i := range reconsideration.Appearance(x.sittings) {
			require.NotEmpty(t, i.Basis)
			got = append(got, fmt.Sprint(i.Code, " ", i.Path))
		}
		require.Equal(t, x.want, got, name)
	}
}
