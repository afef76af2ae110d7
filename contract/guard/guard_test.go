package guard_test

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/guard"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

func scope() register.Scope { return register.Scope{Organ: "清源区司法局"} }

func noon() time.Time { return time.Date(2024, 3, 8, 4, 0, 0, 0, time.UTC) }

func day() fazhi.Date { return fazhi.DateOf(2024, 3, 5) }

// A shelf is a book with a guard.
type shelf struct {
	testing.TB
	store register.Store
	book  *register.Book
}

func open(t testing.TB, store register.Store, s guard.Settings, o register.Options) *shelf {
	t.Helper()
	g, err := guard.New(store, s)
	require.NoError(t, err)
	machine, err := lifecycle.Compile(contract.Flow(contract.Profile{ReviewFrom: 50_000_00}))
	require.NoError(t, err)
	o.Flows = []*lifecycle.Machine{machine}
	o.Calendar, err = workday.StateCouncil()
	require.NoError(t, err)
	number, err := numbering.Parse("清司合〔{year}〕{serial}号")
	require.NoError(t, err)
	o.Series = []register.Series{{Name: "合同编号", Number: number.Number}}
	o.Now, o.Hooks = noon, register.Hooks{Before: g.Before}
	book, err := register.New(store, o)
	require.NoError(t, err)
	return &shelf{t, store, book}
}

func onShelf(t testing.TB) *shelf {
	return open(t, register.NewMemory(), guard.Settings{}, register.Options{})
}

// lamps is a contract that passed.
func lamps() *contract.Contract {
	return &contract.Contract{
		Serial: "HT-1", Name: "城区路灯采购合同", Sort: "买卖", Department: "区城管局", Counterparty: "某照明公司", Amount: 480_000_00,
		Reviewed: day(), Opinion: "通过", Terms: contract.Terms{Quantity: "600盏"},
		Parties: []contract.Party{
			{Role: "甲方", Side: contract.Government, Name: "区城管局"}, {Role: "乙方", Side: contract.Other, Name: "某照明公司"},
		},
		Attachments: []contract.Attachment{{Sort: "合同草拟稿", Name: "草稿.docx", Digest: strings.Repeat("a", 64)}},
	}
}

// changed is a contract with changes.
func changed(c *contract.Contract, changes ...func(*contract.Contract)) *contract.Contract {
	for _, change := range changes {
		change(c)
	}
	return c
}

func big(c *contract.Contract) { c.Amount = 9_999_999_999_00 }

func (s *shelf) try(step string, c *contract.Contract) error {
	r := register.Request{Scope: scope(), Doc: c, Step: step}
	act := s.book.Step
	if _, err := s.book.Get(context.Background(), scope(), fazhi.RefOf(c)); errors.Is(err, register.ErrNotFound) {
		act = s.book.Add
	}
	_, err := act(context.Background(), r)
	return err
}

func (s *shelf) take(c *contract.Contract, steps ...string) *shelf {
	s.Helper()
	for _, step := range steps {
		require.NoError(s, s.try(step, c), step)
	}
	return s
}

// refuses returns what stands against a step, and sees to it that it is in the trail.
func (s *shelf) refuses(step string, c *contract.Contract) []string {
	s.Helper()
	var no *register.Refusal
	require.ErrorAs(s, s.try(step, c), &no, step)
	require.Equal(s, register.Refused, no.Entry.Act)
	require.Len(s, no.Entry.Codes, len(no.Issues))
	require.Equal(s, []string{guard.Judge}, no.Entry.Applied)
	var found []string
	for _, i := range no.Issues {
		require.NotContains(s, i.Message, "照明")
		require.NotEmpty(s, i.Basis)
		found = append(found, string(i.Code)+" "+string(i.Path))
	}
	return found
}

// What is signed is what was reviewed.
func TestSignedAsReviewed(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*contract.Contract)
		paths  []string
	}{
		{"没有改动", func(*contract.Contract) {}, nil},
		{"记下办理情况", func(c *contract.Contract) { c.Signed, c.Progress, c.OpinionNumber = day(), "履行中", "1号" }, nil},
		{"补上空着的条款", func(c *contract.Contract) { c.Begins, c.Forum = day(), "清源区人民法院" }, nil},
		{"金额", big, []string{"/amount"}},
		{"名称、相对方、金额", func(c *contract.Contract) { c.Name, c.Counterparty = "别的", "别家"; big(c) }, []string{"/name", "/counterparty", "/amount"}},
		{"类型", func(c *contract.Contract) { c.Sort = "工程" }, []string{"/sort"}},
		{"币种", func(c *contract.Contract) { c.Currency = "美元" }, []string{"/currency"}},
		{"担保", func(c *contract.Contract) { c.Guarantee = true }, []string{"/guarantee"}},
		{"条款", func(c *contract.Contract) { c.Quantity = "6盏" }, []string{"/quantity"}},
		{"条款删去", func(c *contract.Contract) { c.Quantity = "" }, []string{"/quantity"}},
		{"主体", func(c *contract.Contract) { c.Parties[1].Name = "别家" }, []string{"/parties/1/name"}},
		{"少一个主体", func(c *contract.Contract) { c.Parties = c.Parties[:1] }, []string{"/parties"}},
		{"多一个主体", func(c *contract.Contract) { c.Parties = append(c.Parties, contract.Party{Name: "丙"}) }, []string{"/parties"}},
		{"签字人、盖章", func(c *contract.Contract) { c.Parties[1].Signatory, c.Parties[1].Sealed = "林某", new(true) }, nil},
		{"草拟稿换了", func(c *contract.Contract) { c.Attachments[0].Digest = strings.Repeat("b", 64) }, []string{"/attachments"}},
		{"草拟稿多了一份", func(c *contract.Contract) {
			c.Attachments = append(c.Attachments, contract.Attachment{Sort: "合同草拟稿", Digest: strings.Repeat("b", 64)})
		}, []string{"/attachments"}},
		{"签订文本是另一种文件", func(c *contract.Contract) {
			c.Attachments = []contract.Attachment{{Sort: "签订文本", Digest: strings.Repeat("b", 64)}}
		}, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			s := onShelf(t).take(lamps(), "送审", "审查")
			c := changed(lamps(), x.change)
			if x.paths == nil {
				s.take(c, "签订")
				return
			}
			var want []string
			for _, p := range x.paths {
				want = append(want, "contract/guard/reviewed "+p)
			}
			require.Equal(t, want, s.refuses("签订", c))
			s.take(c, "送审", "审查", "签订")
		})
	}
}

// What the profile spared is compared from its signing on, and what was reviewed, too.
func TestPerformedAsSigned(t *testing.T) {
	small := func(c *contract.Contract) { c.Amount = 49_999_99 }
	s := onShelf(t).take(changed(lamps(), small), "签订")
	want := []string{"contract/guard/signed /amount"}
	require.Equal(t, want, s.refuses("履行", changed(lamps(), big)))
	require.Equal(t, want, s.refuses("付款", changed(lamps(), big)))
	s.take(changed(lamps(), small), "履行")

	s = onShelf(t).take(lamps(), "送审", "审查", "签订")
	require.Equal(t, want, s.refuses("履行", changed(lamps(), big)))
	require.Equal(t, want, s.refuses("变更", changed(lamps(), big, func(c *contract.Contract) {
		c.Changes = []contract.Change{{Sort: "变更", Substance: new(false)}}
	})))
	s.take(changed(lamps(), big), "变更送审")
	require.Equal(t, want, s.refuses("履行", changed(lamps(), big)))
	_, err := s.book.Step(t.Context(), register.Request{Scope: scope(), Ref: fazhi.RefOf(lamps()), Step: "履行"})
	require.ErrorContains(t, err, "合同金额", "a step without a document leaves the last one as it is")
}

func with(x contract.Change) func(*contract.Contract) {
	return func(c *contract.Contract) { c.Changes = append(c.Changes, x) }
}

// A change takes effect as it was reviewed; then it counts.
func TestChangedAsReviewed(t *testing.T) {
	passed := contract.Change{No: 1, Sort: "变更", Amount: 1_00, Reviewed: day(), Opinion: "通过"}
	more := passed
	more.Amount = 999_000_000_00
	s := onShelf(t).take(lamps(), "送审", "审查", "签订").take(changed(lamps(), with(passed)), "变更送审", "变更审查")
	require.Equal(t, []string{"contract/guard/change /changes/0/amount"}, s.refuses("变更", changed(lamps(), with(more))))
	require.Equal(t, []string{"contract/guard/change /changes"}, s.refuses("变更", changed(lamps(), with(passed), with(more))))
	require.Equal(t, []string{"contract/guard/change /amount"}, s.refuses("变更", changed(lamps(), with(passed), big)))
	signed := passed
	signed.Signed = day()
	s.take(changed(lamps(), with(signed)), "变更")
	require.Equal(t, []string{"contract/guard/signed /changes/0/amount"}, s.refuses("履行", changed(lamps(), with(more))))
	require.Equal(t, []string{"contract/guard/signed /changes"}, s.refuses("履行", lamps()))
	s.take(changed(lamps(), with(signed), with(more)), "付款", "变更送审", "变更审查")
	require.Equal(t, []string{"contract/guard/change /changes/1/sort"}, s.refuses("解除", changed(lamps(), with(signed), with(contract.Change{
		Sort: "解除", Amount: more.Amount, Opinion: "通过", Reviewed: day(),
	}))))
	s.take(changed(lamps(), with(signed), with(more)), "变更审查", "变更", "履行")

	transfer := contract.Change{Sort: "转让", Reviewed: day(), Opinion: "通过"}
	other := changed(lamps(), with(transfer), func(c *contract.Contract) { c.Counterparty, c.Parties[1].Name = "别家", "别家" })
	s = onShelf(t).take(lamps(), "送审", "审查", "签订").take(other, "变更审查", "变更", "履行")
	require.Equal(t, []string{"contract/guard/signed /counterparty", "contract/guard/signed /parties/1/name"}, s.refuses("付款", changed(lamps(), with(transfer))))
}

// Procurement papers are reviewed before it is known who wins, at the price at most (实施条例第三十二条第二款).
func TestAward(t *testing.T) {
	tendered := func(c *contract.Contract) { c.Tendered, c.Counterparty = true, "待定"; c.Parties[1].Name = "待定" }
	won := func(c *contract.Contract) {
		c.Tendered, c.Amount, c.Counterparty = true, 470_000_00, "某照明公司"
		c.Parties[1].Name = "某照明公司"
	}
	s := onShelf(t).take(changed(lamps(), tendered), "送审", "审查")
	require.Equal(t, []string{
		"contract/guard/reviewed /counterparty", "contract/guard/reviewed /amount", "contract/guard/reviewed /parties/1/name",
	}, s.refuses("签订", changed(lamps(), won)), "no award")
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("中标成交", changed(lamps(), tendered, big)))
	require.Equal(t, []string{"contract/guard/reviewed /parties/0/name"}, s.refuses("中标成交", changed(lamps(), won, func(c *contract.Contract) { c.Parties[0].Name = "别的局" })))
	s.take(changed(lamps(), won), "中标成交")
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("签订", changed(lamps(), won, func(c *contract.Contract) { c.Amount++ })))
	second := changed(lamps(), won, func(c *contract.Contract) { c.Amount = 475_000_00 })
	s.take(second, "中标成交", "签订")

	s = onShelf(t).take(lamps(), "送审", "审查")
	require.Equal(t, []string{"contract/guard/reviewed /counterparty"}, s.refuses("中标成交", changed(lamps(), func(c *contract.Contract) { c.Counterparty = "别家" })), "nothing was let")
	none := changed(lamps(), tendered, func(c *contract.Contract) { c.Amount = 0 })
	s = onShelf(t).take(none, "送审", "审查")
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("中标成交", changed(lamps(), won)), "a price that was not known bounds nothing")
}

// 修改后通过 asks that the text be altered, and not who signs what.
func TestPassedAfterChanges(t *testing.T) {
	after := func(c *contract.Contract) { c.Opinion = "修改后通过" }
	s := onShelf(t).take(changed(lamps(), after), "送审", "审查")
	altered := changed(lamps(), after, func(c *contract.Contract) { c.Quantity, c.Attachments[0].Digest = "601盏", strings.Repeat("b", 64) })
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("签订", changed(altered, big)))
	altered.Amount = lamps().Amount
	s.take(altered, "签订")
	require.Equal(t, []string{"contract/guard/signed /quantity", "contract/guard/signed /attachments"}, s.refuses("履行", changed(lamps(), after)))

	change := contract.Change{Sort: "补充", Clauses: "第三条", Reviewed: day(), Opinion: "修改后通过"}
	moved := change
	moved.Clauses = "第三条、第四条"
	onShelf(t).take(lamps(), "送审", "审查", "签订").take(changed(lamps(), with(change)), "变更审查").take(changed(lamps(), with(moved)), "变更")
}

// A correction may not alter what was reviewed, but by whoever is set.
func TestCorrections(t *testing.T) {
	correct := func(s *shelf, role string, c *contract.Contract) error {
		_, err := s.book.Correct(t.Context(), register.Request{Scope: register.Scope{Organ: scope().Organ, Role: role}, Doc: c, Reason: "登记有误"})
		return err
	}
	var no *register.Refusal
	s := open(t, register.NewMemory(), guard.Settings{Correctors: []string{"审查机构"}}, register.Options{})
	s.take(lamps(), "送审")
	require.NoError(t, correct(s, "", changed(lamps(), big)), "not yet reviewed")
	s.take(lamps(), "审查")
	require.ErrorAs(t, correct(s, "", changed(lamps(), big)), &no)
	require.Equal(t, guard.CodeReviewed, no.Entry.Codes[0])
	require.NoError(t, correct(s, "", changed(lamps(), func(c *contract.Contract) { c.OpinionNumber = "1号" })))
	require.NoError(t, correct(s, "审查机构", changed(lamps(), big)))
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("签订", lamps()))
	s.take(changed(lamps(), big), "签订")
	require.ErrorAs(t, correct(s, "", lamps()), &no)
	require.Equal(t, guard.CodeSigned, no.Entry.Codes[0])
	require.NoError(t, correct(s, "审查机构", lamps()))
	s.take(lamps(), "履行")
	change := contract.Change{Sort: "补充", Amount: 1, Reviewed: day(), Opinion: "通过"}
	s.take(changed(lamps(), with(change)), "变更审查")
	require.ErrorAs(t, correct(s, "", lamps()), &no)
	require.Equal(t, guard.CodeChange, no.Entry.Codes[0])
}

// Settings let fields differ; what is misspelt is said at the start.
func TestSettings(t *testing.T) {
	s := open(t, register.NewMemory(), guard.Settings{Rule: "清源区政府合同管理办法", Allow: []fazhi.Path{"/amount"}}, register.Options{})
	s.take(lamps(), "送审", "审查")
	var no *register.Refusal
	require.ErrorAs(t, s.try("签订", changed(lamps(), big, func(c *contract.Contract) { c.Sort = "工程" })), &no)
	require.Equal(t, "与审查时的不一致：合同类型，应当重新送审", no.Entry.Reason)
	require.Equal(t, "清源区政府合同管理办法", no.Issues[0].Basis)
	s.take(changed(lamps(), big), "签订")

	_, err := guard.New(nil, guard.Settings{Allow: []fazhi.Path{"/amout", "/parties"}})
	require.ErrorIs(t, err, guard.ErrSettings)
	require.ErrorContains(t, err, "没有 Store")
	require.ErrorContains(t, err, "“/amout”不是核对的字段，是不是“/amount”？")
	require.ErrorContains(t, err, "“/parties”")
}

// Every field that is compared is one of a contract.
func TestFieldsAreThere(t *testing.T) {
	full := lamps()
	full.AmountWords, full.Mortgage, full.Subject, full.Quality, full.Place, full.Form, full.Resolution, full.Forum = "1", "1", "1", "1", "1", "1", "1", "1"
	full.Currency, full.Begins, full.Expires, full.Notice, full.Confidential, full.Liability = "1", day(), day(), day(), new(true), new(true)
	full.Tendered, full.OnLending, full.LateRate = true, true, new(contract.Percent(1))
	full.Parties[0].CreditCode = "1"
	full.Changes = []contract.Change{{Sort: "变更", Amount: 1, Clauses: "1", Expires: day()}}
	text, err := json.Marshal(full)
	require.NoError(t, err)
	seen := make(map[fazhi.Path]bool)
	for _, f := range guard.Fields() {
		require.False(t, seen[f.Path], f.Path)
		seen[f.Path] = true
		require.NotEmpty(t, f.Name)
		name := string(f.Path[strings.LastIndex(string(f.Path), "/")+1:])
		require.Contains(t, string(text), `"`+name+`":`)
	}
}

// Others judge what the guard lets pass, and what is no contract.
func TestNext(t *testing.T) {
	asked := 0
	next := func(context.Context, *register.Attempt) ([]string, error) {
		asked++
		return []string{"qingyuan/caps@1"}, nil
	}
	s := open(t, register.NewMemory(), guard.Settings{Next: next}, register.Options{})
	s.take(lamps(), "送审", "审查")
	require.Error(t, s.try("签订", changed(lamps(), big)))
	require.Equal(t, 2, asked)
	e, err := s.book.Step(t.Context(), register.Request{Scope: scope(), Doc: lamps(), Step: "签订"})
	require.NoError(t, err)
	require.Equal(t, 3, asked)
	require.Equal(t, []string{guard.Judge, "qingyuan/caps@1"}, e.Applied)
	other := &register.Raw{Of: fazhi.Ref{Kind: "other", ID: "1"}, JSON: []byte(`{"amount":1}`)}
	_, err = s.book.Add(t.Context(), register.Request{Scope: scope(), Doc: other, Step: "审查"})
	require.NoError(t, err)
	other.JSON = []byte(`{"amount":2}`)
	e, err = s.book.Step(t.Context(), register.Request{Scope: scope(), Doc: other, Step: "签订"})
	require.NoError(t, err)
	require.Equal(t, []string{"qingyuan/caps@1"}, e.Applied)
}

// names seals the names of contracts.
type names struct{}

func (names) Seal(_ string, _ fazhi.Ref, doc []byte) ([]byte, []register.Secret, error) {
	var c map[string]any
	if err := json.Unmarshal(doc, &c); err != nil {
		return nil, nil, err
	}
	c["name"] = "sha256:" + strings.Repeat("0", 64)
	public, err := json.Marshal(c)
	return public, nil, err
}

// What the trail has as a commitment is not compared, all else is.
func TestSealed(t *testing.T) {
	s := open(t, register.NewMemory(), guard.Settings{}, register.Options{Sealer: names{}}).take(lamps(), "送审", "审查")
	other := changed(lamps(), func(c *contract.Contract) { c.Name = "别的" })
	require.Equal(t, []string{"contract/guard/reviewed /amount"}, s.refuses("签订", changed(other, big)))
	s.take(changed(other, func(c *contract.Contract) { c.Amount = lamps().Amount }), "签订")
}

var errTorn = errors.New("破损")

// A trail that cannot be read lets nothing pass.
type torn struct{ register.Store }

func (torn) Entries(context.Context, register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) { yield(register.Entry{}, errTorn) }
}

func TestTornTrail(t *testing.T) {
	g, err := guard.New(torn{}, guard.Settings{})
	require.NoError(t, err)
	_, err = g.Before(t.Context(), &register.Attempt{Act: register.Stepped, Ref: fazhi.RefOf(lamps()), Doc: lamps(), Step: "签订", Last: &register.Entry{Seq: 1}})
	require.ErrorIs(t, err, errTorn)
	require.False(t, errors.As(err, new(*register.Refusal)))
}
