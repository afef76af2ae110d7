package contract

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of ReadBook, of rows that were left out.
const (
	// CodeOrphan says that a row names a contract that the ledger has not.
	CodeOrphan fazhi.Code = "contract/book/orphan"
	// CodeUnread says that the ledger's row of the contract could not be read.
	CodeUnread fazhi.Code = "contract/book/unread"
	// CodeTwice says that the ledger has several rows of that number, so that it is not known which contract is meant.
	CodeTwice fazhi.Code = "contract/book/twice"
)

// ErrBook says, wrapped, that BookOptions name a sheet or a column that a book has not.
var ErrBook = errors.New("contract: 台账的读取设置有误")

// BookOptions say how a workbook differs from the one that Sheets writes. Sheets are called by the names that this package has for
// them: Sheet, PartySheet and so on. The zero value reads such a workbook.
type BookOptions struct {
	// Sheets are the names of sheets in the workbook, by ours: {"收付款计划": "付款台账"}. One that is named must be there; "" is the
	// first sheet.
	Sheets map[string]string
	// Tables are the options of sheets, with other headers of their columns: {"收付款计划": {Also: {"期次": {"第几期"}}}}.
	Tables map[string]table.Options
}

// vet says everything that is wrong with the options.
func (o BookOptions) vet() error {
	columns := make(map[string][]string)
	sheets, err := Sheets(nil)
	if err != nil {
		return err
	}
	var names []string
	for _, s := range sheets {
		names = append(names, s.Name)
		for _, c := range s.Columns {
			columns[s.Name] = append(columns[s.Name], c.Name)
		}
	}
	var faults []error
	for _, name := range slices.Sorted(maps.Keys(o.Sheets)) {
		faults = append(faults, known(ErrBook, "工作表", name, names))
	}
	for _, name := range slices.Sorted(maps.Keys(o.Tables)) {
		if err := known(ErrBook, "工作表", name, names); err != nil {
			faults = append(faults, err)
			continue
		}
		for _, column := range slices.Sorted(maps.Keys(o.Tables[name].Also)) {
			faults = append(faults, known(ErrBook, "“"+name+"”的列", column, columns[name]))
		}
	}
	return errors.Join(faults...)
}

// known returns the error that a list does not have a name, with the nearest one that it has.
func known(sentinel error, what, name string, names []string) error {
	if slices.Contains(names, name) {
		return nil
	}
	hint := ""
	if n, ok := near.Name(name, names); ok {
		hint = "，是不是“" + n + "”？"
	}
	return fmt.Errorf("%w：没有%s“%s”%s", sentinel, what, name, hint)
}

// ReadBook reads a workbook: the ledger, and from sheets of their own the parties, payments, deliveries, deposits, changes,
// disputes and attachments, each row with the number of its contract. Only the ledger must be there. Rows keep their order.
//
// Issues name the cells that could not be read and the rows that go to no contract: it is not in the ledger, its row there could
// not be read, or its number stands there more than once. Such rows are left out, and so are all of that number. Of each sheet at
// most a thousand are listed. The error says that a sheet could not be read at all. Where rows of the ledger were refused, its
// numbers are read once more.
func ReadBook(src table.Source) ([]*Contract, fazhi.Issues, error) {
	return ReadBookWith(src, BookOptions{})
}

// ReadBookWith reads a workbook as ReadBook does, one with other names of sheets and columns. The error is ErrBook, too.
func ReadBookWith(src table.Source, o BookOptions) ([]*Contract, fazhi.Issues, error) {
	if err := o.vet(); err != nil {
		return nil, nil, err
	}
	b := &binder{src: src, options: o, of: make(map[string]*place)}
	contracts, err := b.ledger()
	if err != nil {
		return nil, b.issues, err
	}
	for _, read := range []func(*binder) error{
		part(PartySheet, func(p *Party) string { return p.Contract }, func(c *Contract, p Party) { c.Parties = append(c.Parties, p) }),
		part(PaymentSheet, func(p *Payment) string { return p.Contract }, func(c *Contract, p Payment) { c.Payments = append(c.Payments, p) }),
		part(DeliverySheet, func(d *Delivery) string { return d.Contract }, func(c *Contract, d Delivery) { c.Deliveries = append(c.Deliveries, d) }),
		part(DepositSheet, func(d *Deposit) string { return d.Contract }, func(c *Contract, d Deposit) { c.Deposits = append(c.Deposits, d) }),
		part(ChangeSheet, func(x *Change) string { return x.Contract }, func(c *Contract, x Change) { c.Changes = append(c.Changes, x) }),
		part(DisputeSheet, func(d *Dispute) string { return d.Contract }, func(c *Contract, d Dispute) { c.Disputes = append(c.Disputes, d) }),
		part(AttachmentSheet, func(a *Attachment) string { return a.Contract }, func(c *Contract, a Attachment) { c.Attachments = append(c.Attachments, a) }),
	} {
		if err := read(b); err != nil {
			return contracts, b.issues, err
		}
	}
	return contracts, b.issues, nil
}

// A binder gives rows to their contracts.
type binder struct {
	src     table.Source
	options BookOptions
	of      map[string]*place
	issues  fazhi.Issues
}

// A place is what the ledger has of a number.
type place struct {
	contract *Contract // nil: its row could not be read
	rows     int
}

// sheet returns the name of a sheet in the workbook, and whether it has to be there.
func (b *binder) sheet(name string) (string, bool) {
	if theirs, named := b.options.Sheets[name]; named {
		return theirs, true
	}
	return name, false
}

// ledger reads the contracts.
func (b *binder) ledger() ([]*Contract, error) {
	name, _ := b.sheet(Sheet)
	records, issues, err := table.Read[Contract](b.src, name, b.options.Tables[Sheet])
	b.issues = issues
	if err != nil {
		return nil, err
	}
	for _, c := range records.All {
		p := b.at(c.Serial)
		p.contract = c
		p.rows++
	}
	if records.Bad > 0 {
		return records.All, b.count(name)
	}
	return records.All, nil
}

// at returns the place of a number, a new one if there is none.
func (b *binder) at(serial string) *place {
	p := b.of[serial]
	if p == nil {
		p = new(place)
		b.of[serial] = p
	}
	return p
}

// count counts the rows of each number, those that were refused among them: every cell is read as a text that may be anything.
func (b *binder) count(name string) error {
	columns, err := table.ColumnsOf[Contract]()
	if err != nil {
		return err
	}
	for i := range columns {
		columns[i] = table.Column{Name: columns[i].Name}
	}
	for _, p := range b.of {
		p.rows = 0
	}
	rows := table.EachRecord(b.src, name, columns, b.options.Tables[Sheet])
	for row := range rows.All() {
		if serial := row.Text(columns[0].Name); serial != "" {
			b.at(serial).rows++
		}
	}
	return rows.Err()
}

// part returns what reads one sheet, if it is there or is named.
func part[T any](sheet string, of func(*T) string, add func(*Contract, T)) func(*binder) error {
	return func(b *binder) error {
		name, named := b.sheet(sheet)
		if !named && !slices.Contains(b.src.Sheets(), name) {
			return nil
		}
		rows, issues, err := table.Read[T](b.src, name, b.options.Tables[sheet])
		b.issues = append(b.issues, issues...)
		if err != nil {
			return fmt.Errorf("contract: %w", err)
		}
		var out strays
		for _, row := range rows.All {
			switch p := b.of[of(row)]; {
			case p == nil:
				out.add(row, CodeOrphan, "台账中没有这个合同编号，本行没有归入")
			case p.contract == nil:
				out.add(row, CodeUnread, "台账中这份合同的那一行没有读成，本行没有归入")
			case p.rows > 1:
				out.add(row, CodeTwice, "台账中不止一行是这个合同编号，本行没有归入")
			default:
				add(p.contract, *row)
			}
		}
		b.issues = append(b.issues, out.all()...)
		return nil
	}
}

// mostStrays is how many rows of a sheet are listed that go to no contract.
const mostStrays = 1_000

// strays are rows of a sheet that go to no contract.
type strays struct {
	issues fazhi.Issues
	more   int
}

// add reports a row. It does not say which number the row has, nor which it may have meant: an issue names places and no values.
func (s *strays) add(row any, code fazhi.Code, message string) {
	if len(s.issues) == mostStrays {
		s.more++
		return
	}
	origin, _ := row.(fazhi.Located).Origin("/contract")
	s.issues = append(s.issues, fazhi.Issue{Code: code, Path: "/contract", Origin: origin, Message: message})
}

func (s *strays) all() fazhi.Issues {
	if s.more == 0 {
		return s.issues
	}
	at := s.issues[0].Origin
	return append(s.issues, fazhi.Issue{
		Code: table.MoreIssues, Origin: fazhi.Origin{File: at.File, Sheet: at.Sheet}, Message: "本表还有 " + strconv.Itoa(s.more) + " 行没有归入合同，没有列出",
	})
}

// Sheets returns the workbook of contracts, as ReadBook reads it; without contracts, the empty one to fill in.
func Sheets(contracts []*Contract) ([]table.Sheet, error) {
	ledger, err := table.SheetOf(Sheet, contracts)
	if err != nil {
		return nil, err
	}
	sheets := []table.Sheet{ledger}
	for _, make := range []func([]*Contract) (table.Sheet, error){
		partSheet(PartySheet, func(c *Contract) []Party { return c.Parties }, func(p *Party, serial string) { p.Contract = serial }),
		partSheet(PaymentSheet, func(c *Contract) []Payment { return c.Payments }, func(p *Payment, serial string) { p.Contract = serial }),
		partSheet(DeliverySheet, func(c *Contract) []Delivery { return c.Deliveries }, func(d *Delivery, serial string) { d.Contract = serial }),
		partSheet(DepositSheet, func(c *Contract) []Deposit { return c.Deposits }, func(d *Deposit, serial string) { d.Contract = serial }),
		partSheet(ChangeSheet, func(c *Contract) []Change { return c.Changes }, func(x *Change, serial string) { x.Contract = serial }),
		partSheet(DisputeSheet, func(c *Contract) []Dispute { return c.Disputes }, func(d *Dispute, serial string) { d.Contract = serial }),
		partSheet(AttachmentSheet, func(c *Contract) []Attachment { return c.Attachments }, func(a *Attachment, serial string) { a.Contract = serial }),
	} {
		sheet, err := make(contracts)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// partSheet returns what writes one sheet of the items of contracts.
func partSheet[T any](sheet string, items func(*Contract) []T, own func(*T, string)) func([]*Contract) (table.Sheet, error) {
	return func(contracts []*Contract) (table.Sheet, error) {
		var rows []*T
		for _, c := range contracts {
			for _, item := range items(c) {
				own(&item, c.Serial)
				rows = append(rows, &item)
			}
		}
		return table.SheetOf(sheet, rows)
	}
}
