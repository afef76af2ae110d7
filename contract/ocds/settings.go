package ocds

import (
	"errors"
	"net/url"
	"regexp"

	"github.com/fazhi-go/fazhi"
)

// Settings say who publishes and how much. The zero value is not enough: the prefix must be given.
type Settings struct {
	// Prefix is the publisher's own, given out by the Open Contracting Partnership: "ocds-" and six letters or digits. There is
	// no default, because an invented one may be somebody else's.
	Prefix string
	// Publisher is who publishes, with its unified social credit code; empty: not said.
	Publisher Publisher
	// License is the address of the licence; empty: not said.
	License string
	// Scheme is the list of organizations that unified social credit codes are from; empty: "CN-USCI", which is its code in
	// the register of org-id.guide.
	Scheme string
	// Persons says that natural persons who are parties are named. By default they are written as 自然人.
	Persons bool
	// FileNames says that attachments are published with the names of their files. By default the kind stands for the name,
	// because file names often hold the names of persons.
	FileNames bool
	// Text masks a free text (titles, subjects, reasons) before it is published, for example with package redact; nil: the
	// names of the contract's own natural persons are replaced, nothing else.
	Text func(string) string
}

// A Publisher is who publishes.
type Publisher struct{ Name, CreditCode string }

// DefaultScheme is the code of 统一社会信用代码 in the register of org-id.guide.
const DefaultScheme = "CN-USCI"

var prefixShape = regexp.MustCompile(`^ocds-[a-z0-9]{6}$`)

// An Exporter turns contracts into releases. It is made by New, keeps nothing between calls, and may be used by several
// goroutines at once if Settings.Text may.
type Exporter struct{ set Settings }

// New checks the settings. The error names everything that is wrong with them.
func New(s Settings) (*Exporter, error) {
	var errs []error
	if !prefixShape.MatchString(s.Prefix) {
		errs = append(errs, errors.New("ocds: 前缀应当是 ocds- 加六位小写字母或者数字，由发布机构申请取得"))
	}
	if u, err := url.Parse(s.License); err != nil || s.License != "" && !u.IsAbs() {
		errs = append(errs, errors.New("ocds: 许可协议应当是完整的网址"))
	}
	if s.Publisher.Name == "" && s.Publisher.CreditCode != "" {
		errs = append(errs, errors.New("ocds: 发布机构有代码而没有名称"))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if s.Scheme == "" {
		s.Scheme = DefaultScheme
	}
	return &Exporter{set: s}, nil
}

// publisher returns who publishes, nil if that is not said.
func (e *Exporter) publisher() *Identifier {
	p := e.set.Publisher
	if p.Name == "" {
		return nil
	}
	id := &Identifier{LegalName: p.Name}
	if p.CreditCode != "" {
		id.Scheme, id.ID = e.set.Scheme, ID(p.CreditCode)
	}
	return id
}

// OCID returns the identifier of a contract's process: the prefix and the contract's number, in which everything but letters,
// digits, "-", "." , "_" and the brackets of Chinese numbers is percent-encoded.
func (e *Exporter) OCID(serial string) string { return e.set.Prefix + "-" + escape(serial) }

// Codes of issues.
const (
	CodeSecret      fazhi.Code = "contract/ocds/secret"      // 涉密, never published
	CodeNoDate      fazhi.Code = "contract/ocds/no-date"     // nothing is dated, so there is no release
	CodeNumber      fazhi.Code = "contract/ocds/number"      // a number is missing or stands twice
	CodeUndated     fazhi.Code = "contract/ocds/undated"     // something without a date is not published
	CodeMasked      fazhi.Code = "contract/ocds/masked"      // a party is not named
	CodeCurrency    fazhi.Code = "contract/ocds/currency"    // a currency is not known, or there are several
	CodeJSON        fazhi.Code = "contract/ocds/json"        // no JSON, or not of the shape of a package
	CodeType        fazhi.Code = "contract/ocds/type"        // a value of another type
	CodeDate        fazhi.Code = "contract/ocds/date"        // a time that is not one
	CodeAmount      fazhi.Code = "contract/ocds/amount"      // an amount that is not one, or is finer than a fen
	CodeDouble      fazhi.Code = "contract/ocds/double"      // two things of one id that are not the same
	CodeDirection   fazhi.Code = "contract/ocds/direction"   // which way money goes is not, or not wholly, taken over
	CodeUnpublished fazhi.Code = "contract/ocds/unpublished" // terms that the standard has no place for
	CodeMissing     fazhi.Code = "contract/ocds/missing"     // a field that must be there
	CodeNotTaken    fazhi.Code = "contract/ocds/not-taken"   // something for which contracts have no place
	CodeContract    fazhi.Code = "contract/ocds/no-contract" // a process without a contract
)

func fault(code fazhi.Code, path fazhi.Path, message string) fazhi.Issue {
	return fazhi.Issue{Code: code, Path: path, Message: message, Basis: basis}
}

func notice(code fazhi.Code, path fazhi.Path, message string) fazhi.Issue {
	i := fault(code, path, message)
	i.Severity = fazhi.Notice
	return i
}

const basis = "开放合同数据标准（OCDS）1.2"
