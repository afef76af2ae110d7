// Package counties invents ledgers of people's mediation of any length: the same number of rows is the same file, byte by byte.
// Neither places nor persons are real.
package counties

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// Total is how many counties the nation has.
const Total = 2_844

// Columns are those of the ledger that are written.
func Columns() []string {
	return []string{
		"编号", "行政区划代码", "乡镇街道", "调解委员会", "调委会类型", "受理日期", "纠纷来源", "纠纷类型", "当事人人数", "涉及金额", "调解结果", "调解日期", "协议形式", "签名盖章齐全", "履行情况", "媒体报道日期",
	}
}

// Codes returns the codes of the counties, which are invented: there are no such provinces.
func Codes() []string {
	codes := make([]string, Total)
	for i := range codes {
		codes[i] = strconv.Itoa(900101 + i/90*100 + i%90)
	}
	return codes
}

// A Maker makes rows.
type Maker struct {
	*rand.Rand
	codes                                                 []string
	sources, sorts, committees, forms, performed, streets []string
	days                                                  []string // of 2023-07-01 and after
	n                                                     int
}

// New returns a maker. The same one is made each time.
func New() (*Maker, error) {
	columns, err := table.ColumnsOf[mediation.Case]()
	if err != nil {
		return nil, err
	}
	choices := make(map[string][]string)
	for _, c := range columns {
		choices[c.Name] = c.Choices
	}
	m := &Maker{Rand: rand.New(rand.NewPCG(18, 4)), codes: Codes()}
	m.sources, m.sorts, m.committees = choices["纠纷来源"], choices["纠纷类型"], choices["调委会类型"]
	m.forms, m.performed = choices["协议形式"], choices["履行情况"]
	m.streets = []string{"泉源街道", "清源街道", "明溪街道", "东坪街道", "西岭镇", "南塘镇", "北桥镇", "中河镇", "上田镇", "下田镇", "石湾乡", "松林乡"}
	for i := range 640 {
		m.days = append(m.days, fazhi.DateOf(2023, 7, 1).AddDays(i).String())
	}
	return m, nil
}

// Row appends the next row to a line. One in four hundred has a fault that a check finds; of the others a twentieth took more
// than a month, which is a warning.
func (m *Maker) Row(line []byte) []byte {
	m.n++
	street, day := m.IntN(len(m.streets)), 100+m.IntN(450)
	fault := m.IntN(400)
	line = strconv.AppendInt(line, int64(m.n), 10)
	line = m.text(line, m.codes[m.IntN(Total)])
	line = m.text(line, m.streets[street])
	line = fmt.Appendf(line, ",%s第%d调委会", m.streets[street], 1+m.IntN(8))
	line = m.text(line, m.committees[m.IntN(len(m.committees))])
	line = m.text(line, m.days[day])
	line = m.text(line, m.sources[m.IntN(len(m.sources))])
	line = m.text(line, m.sorts[m.IntN(len(m.sorts))])
	line = strconv.AppendInt(append(line, ','), int64(2+m.IntN(3)), 10)
	line = fmt.Appendf(line, ",%d.%02d", m.IntN(200_000), m.IntN(100))
	return append(m.end(line, day, fault), "\r\n"...)
}

func (m *Maker) text(line []byte, s string) []byte { return append(append(line, ','), s...) }

// end appends the result and what depends on it.
func (m *Maker) end(line []byte, day, fault int) []byte {
	took := m.IntN(28)
	if m.IntN(20) == 0 {
		took += 28
	}
	switch result := m.IntN(40); {
	case fault == 0: // no agreement, no day
		return append(line, ",成功,,,是,,"...)
	case result == 0:
		return append(line, ",调解中,,,否,,"...)
	case result == 1:
		return append(m.text(append(line, ",不成功"...), m.days[day+took]), ",,否,,"...)
	}
	line = m.text(append(line, ",成功"...), m.days[day+took])
	line = m.text(line, m.forms[m.IntN(10)/7])
	line = m.text(append(line, ",是"...), m.performed[m.IntN(len(m.performed))])
	line = append(line, ',')
	if m.IntN(500) == 0 {
		line = append(line, m.days[day+30]...)
	}
	return line
}

// Write writes a ledger with so many rows.
func Write(out io.Writer, rows int) error {
	m, err := New()
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	for i, name := range Columns() {
		if i > 0 {
			_ = w.WriteByte(',') // Flush has the error
		}
		_, _ = w.WriteString(name)
	}
	_, _ = w.WriteString("\r\n")
	var line []byte
	for range rows {
		line = m.Row(line[:0])
		_, _ = w.Write(line)
	}
	return w.Flush()
}
