package clause_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

func TestDraft(t *testing.T) {
	c := contract.Contract{Serial: "HT-1", Name: "课桌采购合同", Signed: fazhi.DateOf(2024, 5, 1)}
	d := clause.New(c, text(t, "买卖合同\n第一条 标的\n课桌。\n"))
	require.Equal(t, clause.Kind, d.Kind())
	require.Equal(t, "HT-1", d.ID())
	require.Equal(t, "课桌采购合同", d.Title())
	require.Equal(t, "买卖", d.Sort())
	require.Equal(t, c.Signed, d.LawOn(fazhi.DateOf(2025, 1, 1)))
	at, ok := d.Origin("/clauses/0/lines/1")
	require.True(t, ok)
	require.Equal(t, "合同.txt!第3行", at.String())
	at, ok = d.Origin("")
	require.True(t, ok)
	require.Equal(t, "合同.txt", at.String())
	_, ok = d.Origin("/clauses/9")
	require.False(t, ok)

	data, err := json.Marshal(d)
	require.NoError(t, err)
	var again clause.Draft
	require.NoError(t, json.Unmarshal(data, &again))
	twice, err := json.Marshal(&again)
	require.NoError(t, err)
	require.JSONEq(t, string(data), string(twice))
	require.Equal(t, outline(d.Text()), outline(again.Text()))
	require.Error(t, json.Unmarshal([]byte(`{"text": 1}`), &again))
}

func TestSortOfTitle(t *testing.T) {
	for title, want := range map[string]string{"某停车场特许经营协议": "特许经营", "房屋租赁合同": "租赁", "某道路施工合同": "工程", "路灯采购合同": "买卖", "物业服务合同": "服务", "协议书": ""} {
		require.Equal(t, want, clause.New(contract.Contract{}, text(t, title+"\n第一条 甲\n")).Sort(), title)
	}
	require.Equal(t, "租赁", clause.New(contract.Contract{Sort: "租赁"}, text(t, "采购合同\n第一条 甲\n")).Sort())
}

// The zero Draft and a draft without text are empty and judged.
func TestEmptyDrafts(t *testing.T) {
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(t, err)
	for _, d := range []*clause.Draft{{}, clause.New(contract.Contract{}, nil)} {
		require.Equal(t, "text", d.ID())
		found, err := fazhi.Validate(t.Context(), d, fazhi.DateOf(2025, 7, 1), fazhi.DateOf(2025, 7, 1), checks)
		require.NoError(t, err)
		require.Len(t, found, 6, "terms that are missing")
		for _, s := range d.Checklist(found) {
			require.Equal(t, clause.Missing, s.State)
		}
		_, err = json.Marshal(d)
		require.NoError(t, err)
	}
}

// An element is risky when a cue stands in its clauses, also below them, and says which.
func TestChecklist(t *testing.T) {
	draft, found := review(t, "租赁", "租赁合同\n甲方：某局\n乙方：某公司\n第一条 租金\n1. 月租金100元。\n2. 押金____元。\n第二条 争议解决\n可以仲裁，也可以起诉。\n")
	list := map[string]clause.Standing{}
	for _, s := range draft.Checklist(found) {
		list[s.Element] = s
	}
	require.Equal(t, clause.Risky, list["price"].State)
	require.Equal(t, []fazhi.Path{"/clauses/0"}, list["price"].Clauses)
	require.Equal(t, "/clauses/2", string(list["price"].Issues[0].Path))
	require.Equal(t, clause.Risky, list["dispute"].State)
	require.Equal(t, clause.Present, list["parties"].State)
	require.Equal(t, clause.Missing, list["handover"].State)
	require.Equal(t, clause.Required, list["handover"].Need)
	require.NotContains(t, list, "ip")

	data, err := json.Marshal(list["handover"])
	require.NoError(t, err)
	require.JSONEq(t, `{"element": "handover", "name": "移交、返还", "need": "应当有", "state": "欠缺"}`, string(data))
	for _, s := range draft.Checklist(nil) {
		require.NotEqual(t, clause.Risky, s.State)
	}
}

func TestNames(t *testing.T) {
	require.Equal(t, []string{"欠缺", "具备", "有风险"}, []string{clause.Missing.String(), clause.Present.String(), clause.Risky.String()})
	require.Equal(t, []string{"可以有", "建议有", "应当有"}, []string{clause.Optional.String(), clause.Recommended.String(), clause.Required.String()})
	require.Equal(t, clause.Required, clause.Needs("意向书", "parties"))
	require.Equal(t, clause.Optional, clause.Needs("意向书", "price"))
	require.Equal(t, clause.Required, clause.Needs("", "price"))
}
