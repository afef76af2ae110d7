package ocds

import "encoding/json"

// Version is the version of the standard that packages name.
const Version = "1.2"

// The types below are the part of the release schema of OCDS 1.2 that government contracts use, their fields in the order
// of the schema. The zero value of a field is left out. Fields with the tag ocds:"out" are only written: Import names them
// as not taken over.

// A ReleasePackage is a file of releases.
type ReleasePackage struct {
	Version  string    `json:"version"`
	License  string    `json:"license,omitempty" ocds:"out"`
	Releases []Release `json:"releases"`
}

// A RecordPackage is a file of records.
type RecordPackage struct {
	Version string   `json:"version"`
	License string   `json:"license,omitempty"`
	Records []Record `json:"records"`
}

// A Record is everything that was published of one contract: its releases from the oldest to the newest, and what they come
// to.
type Record struct {
	OCID     string    `json:"ocid"`
	Releases []Release `json:"releases"`
	Compiled *Release  `json:"compiledRelease,omitempty"`
}

// A Release is what was published of a contract at one time; it never changes afterwards.
type Release struct {
	OCID       string      `json:"ocid"`
	ID         string      `json:"id"`
	Date       DateTime    `json:"date"`
	Publisher  *Identifier `json:"publisher,omitempty" ocds:"out"`
	Tag        []string    `json:"tag"`
	Initiation string      `json:"initiationType"`
	Parties    []Party     `json:"parties,omitempty"`
	Buyer      *Reference  `json:"buyer,omitempty"`
	Planning   *Planning   `json:"planning,omitempty"`
	Tender     *Tender     `json:"tender,omitempty"`
	Awards     []Award     `json:"awards,omitempty"`
	Contracts  []Contract  `json:"contracts,omitempty"`
	Language   string      `json:"language,omitempty"`
}

// A DateTime is a time as RFC 3339 writes it.
type DateTime string

// An ID is a text; where the standard allows a whole number, that is read as one.
type ID string

// UnmarshalJSON reads a text or a number.
func (id *ID) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, (*string)(id))
	}
	var n json.Number
	err := json.Unmarshal(data, &n)
	*id = ID(n)
	return err
}

// A Party is an organization that takes part.
type Party struct {
	Name       string      `json:"name,omitempty"`
	ID         ID          `json:"id,omitempty"`
	Identifier *Identifier `json:"identifier,omitempty"`
	Address    *Address    `json:"address,omitempty"`
	Roles      []string    `json:"roles,omitempty"`
	Details    *Details    `json:"details,omitempty"`
}

// Details are what the standard has of an organization besides.
type Details struct {
	Scale string `json:"scale,omitempty"`
}

// A Reference names a party.
type Reference struct {
	Name string `json:"name,omitempty"`
	ID   ID     `json:"id,omitempty"`
}

// An Identifier is a number in a list of organizations.
type Identifier struct {
	Scheme    string `json:"scheme,omitempty"`
	ID        ID     `json:"id,omitempty"`
	LegalName string `json:"legalName,omitempty"`
}

// An Address is a place as text.
type Address struct {
	Street      string `json:"streetAddress,omitempty"`
	Description string `json:"description,omitempty"`
}

// Planning holds the budget.
type Planning struct {
	Budget *Budget `json:"budget,omitempty"`
}

// A Budget is the money set aside.
type Budget struct {
	Description string `json:"description,omitempty"`
	Amount      *Value `json:"amount,omitempty"`
}

// A Tender says how the contract came about.
type Tender struct {
	ID       ID         `json:"id"`
	Entity   *Reference `json:"procuringEntity,omitempty" ocds:"out"`
	Method   string     `json:"procurementMethod,omitempty"`
	Details  string     `json:"procurementMethodDetails,omitempty"`
	Category string     `json:"mainProcurementCategory,omitempty"`
}

// An Award names the other side of a contract.
type Award struct {
	ID          ID          `json:"id"`
	Description string      `json:"description,omitempty" ocds:"out"`
	Date        DateTime    `json:"date,omitempty"`
	Suppliers   []Reference `json:"suppliers,omitempty"`
}

// A Contract is one contract.
type Contract struct {
	ID             ID              `json:"id"`
	Identifiers    []SimpleID      `json:"identifiers,omitempty"`
	AwardID        ID              `json:"awardID"`
	Title          string          `json:"title,omitempty"`
	Description    string          `json:"description,omitempty"`
	Status         string          `json:"status,omitempty"`
	FinalStatus    string          `json:"finalStatus,omitempty"`
	FinalDetails   string          `json:"finalStatusDetails,omitempty"`
	FinalDate      DateTime        `json:"finalStatusDate,omitempty"`
	Signed         DateTime        `json:"dateSigned,omitempty"`
	Value          *Value          `json:"value,omitempty"`
	Items          []Item          `json:"items,omitempty"`
	Period         *Period         `json:"period,omitempty"`
	Documents      []Document      `json:"documents,omitempty"`
	Implementation *Implementation `json:"implementation,omitempty"`
	Milestones     []Milestone     `json:"milestones,omitempty"`
	Amendments     []Amendment     `json:"amendments,omitempty"`
}

// A SimpleID is a further number of a contract.
type SimpleID struct {
	Scheme string `json:"scheme,omitempty"`
	ID     string `json:"id,omitempty"`
}

// A Value is an amount of money, exact to two decimals.
type Value struct {
	Amount   json.Number `json:"amount,omitempty"`
	Currency string      `json:"currency,omitempty"`
}

// An Item is something that is bought, sold or done.
type Item struct {
	ID             ID              `json:"id"`
	Description    string          `json:"description,omitempty"`
	Classification *Classification `json:"classification,omitempty"`
	Quantity       json.Number     `json:"quantity,omitempty"`
	Unit           *Unit           `json:"unit,omitempty"`
	Addresses      []Address       `json:"deliveryAddresses,omitempty"`
}

// A Classification says what kind of thing an item is.
type Classification struct {
	Description string `json:"description,omitempty"`
}

// A Unit is what an item is counted in.
type Unit struct {
	Name string `json:"name,omitempty"`
}

// A Period is a span of time.
type Period struct {
	Start DateTime `json:"startDate,omitempty"`
	End   DateTime `json:"endDate,omitempty"`
}

// Implementation is what was done to perform a contract.
type Implementation struct {
	Transactions []Transaction `json:"transactions,omitempty"`
	Milestones   []Milestone   `json:"milestones,omitempty"`
	Documents    []Document    `json:"documents,omitempty"`
}

// A Transaction is a payment that was made.
type Transaction struct {
	ID    ID         `json:"id"`
	Date  DateTime   `json:"date,omitempty"`
	Value *Value     `json:"value,omitempty"`
	Payer *Reference `json:"payer,omitempty"`
	Payee *Reference `json:"payee,omitempty" ocds:"out"`
}

// A Milestone is something that is to happen, or happened.
type Milestone struct {
	ID          ID       `json:"id"`
	Title       string   `json:"title,omitempty"`
	Type        string   `json:"type,omitempty"`
	Description string   `json:"description,omitempty"`
	Code        string   `json:"code,omitempty"`
	Due         DateTime `json:"dueDate,omitempty"`
	Met         DateTime `json:"dateMet,omitempty"`
	Status      string   `json:"status,omitempty"`
	Value       *Value   `json:"value,omitempty"`
}

// A Document is a file that is known of, not the file itself.
type Document struct {
	ID        ID       `json:"id"`
	Type      string   `json:"documentType,omitempty"`
	Title     string   `json:"title,omitempty"`
	Published DateTime `json:"datePublished,omitempty"`
}

// An Amendment says that a contract was changed. It does not hold the old values: they stand in the release before.
type Amendment struct {
	Date        DateTime `json:"date,omitempty"`
	Rationale   string   `json:"rationale,omitempty"`
	ID          string   `json:"id,omitempty"`
	Description string   `json:"description,omitempty"`
	Before      string   `json:"amendsReleaseID,omitempty"`
	After       string   `json:"releaseID,omitempty"`
}
