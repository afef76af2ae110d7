package review

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// label names a path in a contract in Chinese: "/payments/0/amount" is 收付款计划第1项“金额”栏.
func label(path fazhi.Path) string {
	parts := strings.Split(strings.TrimPrefix(string(path), "/"), "/")
	t := reflect.TypeFor[contract.Contract]()
	var text string
	if sheet, item := sheetOf(parts[0]); sheet != "" {
		if len(parts) == 1 {
			return sheet
		}
		n, err := strconv.Atoi(parts[1])
		if err != nil || n < 0 || n > 1_000_000 {
			return ""
		}
		text, t, parts = sheet+"第"+strconv.Itoa(n+1)+"项", item, parts[2:]
	}
	if len(parts) != 1 {
		return text
	}
	if column := columnOf(t, parts[0]); column != "" {
		return text + "“" + column + "”栏"
	}
	return text
}

// sheetOf returns the sheet of a list of a contract and the type of its items.
func sheetOf(list string) (string, reflect.Type) {
	switch list {
	case "parties":
		return contract.PartySheet, reflect.TypeFor[contract.Party]()
	case "payments":
		return contract.PaymentSheet, reflect.TypeFor[contract.Payment]()
	case "deliveries":
		return contract.DeliverySheet, reflect.TypeFor[contract.Delivery]()
	case "deposits":
		return contract.DepositSheet, reflect.TypeFor[contract.Deposit]()
	case "changes":
		return contract.ChangeSheet, reflect.TypeFor[contract.Change]()
	case "disputes":
		return contract.DisputeSheet, reflect.TypeFor[contract.Dispute]()
	case "attachments":
		return contract.AttachmentSheet, reflect.TypeFor[contract.Attachment]()
	}
	return "", nil
}

// columnOf returns the column of the field with a JSON name.
func columnOf(t reflect.Type, name string) string {
	for _, f := range reflect.VisibleFields(t) {
		json, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		column, _, _ := strings.Cut(f.Tag.Get("table"), ",")
		if json == name && json != "-" && column != "" {
			return column
		}
	}
	return ""
}
