package contract

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// PartySheet is the name of the sheet of parties.
const PartySheet = "合同主体"

// A Side is that of a party: the government's or the other.
type Side string

// The sides.
const (
	Government Side = "政府一方"
	Other      Side = "相对方"
)

// A Party is one party to a contract (合同主体).
type Party struct {
	table.Row      `json:"-"`
	Contract       string           `json:"-" table:"合同编号,required"`
	Role           string           `json:"role" table:"称谓,required" doc:"合同中的称谓：甲方、乙方、出租人"`
	Side           Side             `json:"side" table:"所属一方,required,choices=政府一方|相对方"`
	Name           string           `json:"name" table:"名称,required"`
	CreditCode     string           `json:"creditCode,omitempty" table:"统一社会信用代码" doc:"18位；自然人不填"`
	Capacity       string           `json:"capacity,omitempty" table:"主体资格,choices=机关法人|事业单位法人|社会团体法人|企业法人|非法人组织|个体工商户|居民委员会|村民委员会|自然人|派出机构|内设机构|临时机构"`
	Small          *bool            `json:"small,omitempty" table:"中小企业" doc:"订立合同时是否为中小企业"`
	Address        string           `json:"address,omitempty" table:"住所"`
	Representative fazhi.PersonName `json:"representative,omitempty" table:"法定代表人" doc:"法定代表人或者负责人"`
	Signatory      fazhi.PersonName `json:"signatory,omitempty" table:"签字人"`
	Authorised     *bool            `json:"authorised,omitempty" table:"授权委托书" doc:"签字人不是法定代表人的，是否有授权委托书"`
	Sealed         *bool            `json:"sealed,omitempty" table:"盖章" doc:"是否盖章"`
}

// OfSide returns the parties of a side.
func (c *Contract) OfSide(s Side) []Party {
	var list []Party
	for _, p := range c.Parties {
		if p.Side == s {
			list = append(list, p)
		}
	}
	return list
}
