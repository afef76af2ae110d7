package due_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
)

// The checks and the lists say the same of what is open and late to a small enterprise.
func TestAgreesWithTheChecks(t *testing.T) {
	checks, err := contract.Checks(local())
	require.NoError(t, err)
	f, random := finder(t, local()), rand.New(rand.NewPCG(9, 9))
	late, open := 0, 0
	for range 3000 {
		c, today := randomPurchase(random)
		issues, err := fazhi.Validate(t.Context(), c, c.LawOn(today), today, checks)
		require.NoError(t, err)
		found := slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return strings.HasPrefix(string(i.Code), "contract/sme/late") })
		listed := slices.ContainsFunc(f.Of(c, today), func(i due.Item) bool { return i.Code == due.LateSmall })
		require.Equal(t, found, listed, "%+v on %v", c.Payments, today)
		if late++; !found {
			late, open = late-1, open+1
		}
	}
	require.Greater(t, late, 300)
	require.Greater(t, open, 300)
}

// randomPurchase buys from a small enterprise, around a day.
func randomPurchase(r *rand.Rand) (*contract.Contract, fazhi.Date) {
	today := day("2024-06-01").AddDays(r.IntN(500))
	near := func() fazhi.Date { return today.AddDays(r.IntN(150) - 120) }
	maybe := func() fazhi.Date {
		if r.IntN(2) == 0 {
			return fazhi.Date{}
		}
		return near()
	}
	y := contract.Payment{
		No: 1, Direction: contract.Pay, Amount: 100_00, Since: maybe(), Due: maybe(), Days: r.IntN(3) * 40, Disputed: r.IntN(8) == 0,
		Basis: []string{"交付", "验收合格", "验收合格", "约定日期"}[r.IntN(4)],
	}
	c := &contract.Contract{
		Serial: "HT-1", Name: "甲合同", Department: "某局", Counterparty: "某公司", Sort: []string{"买卖", "服务", "征收补偿"}[r.IntN(3)],
		Signed: day("2020-03-01").AddDays(r.IntN(1500)), Parties: small(), Payments: []contract.Payment{y},
		Deliveries: []contract.Delivery{{No: 1, What: "路灯", Delivered: maybe(), AcceptBy: maybe(), Accepted: y.Since}},
	}
	return c, today
}
