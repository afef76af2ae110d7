package ocds_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract/ocds"
)

func TestMergeTakesTheLatestOfEachField(t *testing.T) {
	old := ocds.Release{
		OCID: "o", ID: "1", Date: "2024-01-01T00:00:00+08:00", Tag: []string{"contract"}, Initiation: "tender", Language: "zh",
		Publisher: &ocds.Identifier{LegalName: "某局"},
		Parties:   []ocds.Party{{ID: "a", Name: "甲", Roles: []string{"buyer", "payer"}}},
		Contracts: []ocds.Contract{{
			ID: "k", AwardID: "w", Title: "合同", Identifiers: []ocds.SimpleID{{ID: "x"}, {ID: "y"}},
			Milestones: []ocds.Milestone{{ID: "m1", Title: "一", Status: "scheduled"}, {ID: "m2", Title: "二"}},
		}},
	}
	now := ocds.Release{
		OCID: "o", ID: "2", Date: "2024-01-01T01:00:00+08:00", Tag: []string{"contractUpdate"}, Initiation: "tender",
		Parties: []ocds.Party{{ID: "a", Roles: []string{"buyer"}}, {ID: "b", Name: "乙"}},
		Contracts: []ocds.Contract{{
			ID: "k", AwardID: "w", Identifiers: []ocds.SimpleID{{ID: "z"}},
			Milestones: []ocds.Milestone{{ID: "m3"}, {ID: "m1", Status: "met"}},
		}},
	}
	merged, err := ocds.Merge([]ocds.Release{now, old}) // the dates count, not the order
	require.NoError(t, err)
	require.Equal(t, &ocds.Release{
		OCID: "o", ID: "o-2024-01-01T01:00:00+08:00", Date: "2024-01-01T01:00:00+08:00", Tag: []string{"compiled"}, Initiation: "tender", Language: "zh",
		Parties: []ocds.Party{{ID: "a", Name: "甲", Roles: []string{"buyer"}}, {ID: "b", Name: "乙"}},
		Contracts: []ocds.Contract{{
			ID: "k", AwardID: "w", Title: "合同", Identifiers: []ocds.SimpleID{{ID: "z"}},
			Milestones: []ocds.Milestone{{ID: "m1", Title: "一", Status: "met"}, {ID: "m2", Title: "二"}, {ID: "m3"}},
		}},
	}, merged)
}

// Amendments of other publishers may have no id; then each is one of its own.
func TestMergeKeepsWhatHasNoID(t *testing.T) {
	release := ocds.Release{OCID: "o", Date: "2024-01-01T00:00:00Z", Contracts: []ocds.Contract{{ID: "k", Amendments: []ocds.Amendment{{Rationale: "一"}}}}}
	merged, err := ocds.Merge([]ocds.Release{release, release})
	require.NoError(t, err)
	require.Len(t, merged.Contracts[0].Amendments, 2)
}

func TestMergeRefuses(t *testing.T) {
	_, err := ocds.Merge(nil)
	require.ErrorIs(t, err, ocds.ErrNothing)
	_, err = ocds.Merge([]ocds.Release{{OCID: "a", Date: "2024-01-01T00:00:00Z"}, {OCID: "b", Date: "2024-01-01T00:00:00Z"}})
	require.ErrorIs(t, err, ocds.ErrMixed)
	_, err = ocds.Merge([]ocds.Release{{OCID: "a", Date: "yesterday"}})
	require.ErrorContains(t, err, "第1项的日期")
	_, err = ocds.RecordOf(nil)
	require.ErrorIs(t, err, ocds.ErrNothing)
}

func TestRecordEndsWithWhatTheReleasesComeTo(t *testing.T) {
	list := releases(t, full(), ocds.Settings{})
	record, err := ocds.RecordOf(list)
	require.NoError(t, err)
	require.Equal(t, list, record.Releases)
	k := record.Compiled.Contracts[0]
	require.Equal(t, "terminated", k.Status)
	require.Equal(t, "complete", k.FinalStatus)
	require.Equal(t, "1380000.50", k.Value.Amount.String())
	require.Equal(t, ocds.DateTime("2024-06-04T00:00:00+08:00"), k.Period.End)
	require.Len(t, k.Amendments, 2)
	require.Len(t, k.Implementation.Transactions, 2)
	require.Len(t, k.Implementation.Milestones, 5)
	require.Len(t, k.Documents, 5)
}
