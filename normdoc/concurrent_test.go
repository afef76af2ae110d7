package normdoc_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/register"
)

func TestMain(m *testing.M) {
	crash.Main(obey)
	os.Exit(m.Run())
}

// An order is what a process of TestTwoProcesses registers.
type order struct {
	Place crash.Place
	Name  string
	Count int
	Rules []normdoc.NumberRule
}

// obey registers documents, each with its 登记号 and 发文字号.
func obey(o order) error {
	ctx := context.Background()
	store, err := o.Place.Open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	series, err := normdoc.Profile{Numbers: o.Rules}.Series()
	if err != nil {
		return err
	}
	book, err := register.New(store, register.Options{Now: time.Now, Series: series})
	if err != nil {
		return err
	}
	for i := range o.Count {
		id := fmt.Sprintf("%s-%d", o.Name, i)
		doc := &normdoc.Doc{Serial: id, Name: "第" + id + "号办法", Drafter: "区城管局"}
		if _, err := book.Add(ctx, register.Request{
			Scope: register.Scope{Organ: organ}, Doc: doc, Step: "印发", On: fazhi.DateOf(2024, 6, 3), Series: []string{normdoc.RegistrationSeries, normdoc.NumberSeries}, ReqID: id,
		}); err != nil {
			return err
		}
	}
	return nil
}

// Two processes register 2,000 documents in one book: no number is left out and none is given twice.
func TestTwoProcesses(t *testing.T) {
	const each = 1000
	place := crash.Place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "登记簿.db")}
	store, err := place.Open(t.Context())
	require.NoError(t, err)
	rules := local(t).Numbers[:2]
	var children []*crash.Child
	for _, name := range []string{"甲", "乙"} {
		c, err := crash.Start(order{Place: place, Name: name, Count: each, Rules: rules}, func([]byte) {})
		require.NoError(t, err)
		t.Cleanup(c.Abandon)
		children = append(children, c)
	}
	for _, c := range children {
		require.NoError(t, c.Wait())
	}
	given := make(map[string][]int) // the serials of each series, as the texts say, in the order of the book
	for _, rule := range rules {
		n, err := normdoc.NewNumbers(rule)
		require.NoError(t, err)
		for e, err := range store.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: organ}, Kind: normdoc.Kind}) {
			require.NoError(t, err)
			for _, numbered := range e.Numbers {
				if numbered.Series == rule.Series {
					slot, err := n.Read(numbered.Text)
					require.NoError(t, err)
					given[rule.Series] = append(given[rule.Series], slot.Serial)
				}
			}
		}
	}
	want := make([]int, 2*each)
	for i := range want {
		want[i] = i + 1
	}
	require.Equal(t, map[string][]int{normdoc.RegistrationSeries: want, normdoc.NumberSeries: want}, given)
	require.NoError(t, store.Close())
}
