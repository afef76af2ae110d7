package sample

// A Unit is one case file of the frame (抽样框): what may be drawn. ID is its number, Department the unit that handled it,
// Strata the keys of its stratum (层), such as kind and 涉企; all files have equally many keys, perhaps none.
type Unit struct {
	ID         string   `json:"id"`
	Department string   `json:"department"`
	Strata     []string `json:"strata"`
}

// A Plan says what is drawn. Publish it before the Seed is known.
type Plan struct {
	// Seed is the published number or text that decides.
	Seed string `json:"seed"`
	// Size is how many files are drawn.
	Size int `json:"size"`
	// PerDepartment is what each department gives at least, all of its files if it has fewer; zero: no such minimum.
	PerDepartment int `json:"perDepartment"`
	// PerStratum is what each stratum gives at least, all of its files if it has fewer; zero: no such minimum.
	PerStratum int `json:"perStratum"`
	// Departments and Strata are those that ought to have files; those that have none are noticed. Nil: none is expected.
	Departments []string   `json:"departments,omitempty"`
	Strata      [][]string `json:"strata,omitempty"`
	// Panel are the reviewers; without reviewers only files are drawn.
	Panel Panel `json:"panel"`
}

// A Panel is the roster of reviewers (评查人员库). The zero value has none.
type Panel struct {
	// Roles are the seats that each file has, each of another role; nil: 法律顾问 and 赋权部门.
	Roles     []string   `json:"roles,omitempty"`
	Reviewers []Reviewer `json:"reviewers,omitempty"`
	Refusals  []Refusal  `json:"refusals,omitempty"`
	// Most is how many files a reviewer gets at most, files in reserve not counted; zero: as many as it takes.
	Most int `json:"most,omitempty"`
	// NoReserve says that no third reviewer is drawn.
	NoReserve bool `json:"noReserve,omitempty"`
}

// A Reviewer has one role. Unit is where he works, written as departments are: he gets no file of it (回避). Reviewers of
// other roles than those of the seats can be the reserve only.
type Reviewer struct {
	ID   string `json:"id"`
	Role string `json:"role"`
	Unit string `json:"unit"`
}

// A Refusal keeps a reviewer away from a file for another reason than his unit.
type Refusal struct {
	Reviewer string `json:"reviewer"`
	File     string `json:"file"`
	Reason   string `json:"reason,omitempty"`
}

// roles returns the seats of a file.
func (p Panel) roles() []string {
	if len(p.Roles) == 0 {
		return []string{"法律顾问", "赋权部门"}
	}
	return p.Roles
}
