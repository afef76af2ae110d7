package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"

	"github.com/fazhi-go/fazhi"
)

// A request asks for a document to be registered, under an id that no other request has.
type request struct {
	organ, id string
	doc       *paper
}

// A paper is a contract of about 700 bytes of JSON, its members in the order of their names.
type paper struct {
	Amount       int64  `json:"amount"`
	Counterparty string `json:"counterparty"`
	Department   string `json:"department"`
	Filed        string `json:"filed"`
	Name         string `json:"name"`
	Opinion      string `json:"opinion"`
	Reviewed     string `json:"reviewed"`
	Serial       string `json:"serial"`
	Signed       string `json:"signed"`
	Text         string `json:"text"`
}

// Kind returns that of contracts.
func (p *paper) Kind() fazhi.Kind { return "contract" }

// ID returns the serial.
func (p *paper) ID() string { return p.Serial }

// Title returns the name.
func (p *paper) Title() string { return p.Name }

func newPaper(serial string) *paper {
	const clause = "甲方乙方经协商一致订立本合同，标的、数量、质量、价款、履行期限地点方式、违约责任见附件。"
	return &paper{
		Amount: 12_800_000, Counterparty: "某建筑工程有限公司", Department: "区住房和城乡建设局", Filed: "2024-05-20",
		Name: "临街店面租赁合同", Opinion: "通过", Reviewed: "2024-04-20", Serial: serial, Signed: "2024-05-01",
		Text: strings.Repeat(clause, 3),
	}
}

var serials atomic.Int64

// newRequest makes one that no other is like.
func newRequest(organ string) request {
	serial := fmt.Sprintf("HT-%08d", serials.Add(1))
	return request{organ: organ, id: "R-" + serial, doc: newPaper(serial)}
}

// newOrgans makes n names that no other run has.
func newOrgans(n int) []string {
	run := rand.Uint32()
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%08x%04d司法局", run, i)
	}
	return out
}
