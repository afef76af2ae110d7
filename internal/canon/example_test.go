package canon_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
)

func Example() {
	out, err := canon.Append(nil, []byte(`{"name": "租赁合同", "amount": 1.20e5, "filed": false}`))
	fmt.Println(string(out), err)

	_, err = canon.Append(nil, []byte(`{"parties": [{"name": "甲", "name": "乙"}]}`))
	fmt.Println(err)
	// Output:
	// {"amount":120000,"filed":false,"name":"租赁合同"} <nil>
	// canon: /parties/0/name（第30字节）：成员名重复
}

func ExampleString() {
	out, err := canon.String(nil, "第一条\n\t“目的”")
	fmt.Println(string(out), err)
	// Output: "第一条\n\t“目的”" <nil>
}
