package numbering_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/register/numbering"
)

func Example() {
	scheme, err := numbering.Parse("RCDR-{year}-001{serial:4}")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(scheme.Number(numbering.Slot{Year: 2018, Serial: 20}))
	fmt.Println(scheme.Next("RCDR-2018-0010099"))
	_, err = scheme.Read("RCDR-2018-00120")
	fmt.Println(err)
	// Output:
	// RCDR-2018-0010020 <nil>
	// RCDR-2018-0010100 <nil>
	// numbering: 不是该规则的编号：第14字：顺序号应当补零写满4位
}

func ExampleParse() {
	_, err := numbering.Parse("泉鲤司〔{yaer}〕{serial:0}号")
	fmt.Println(err)
	// Output:
	// numbering: 编号规则有误：第5字：没有这个字段；字段只有{year}、{serial}、{check}
	// numbering: 编号规则有误：第12字：顺序号的位数应当是1至9，如{serial:4}
}

func ExampleDocumentNumber() {
	scheme, err := numbering.DocumentNumber("泉鲤司")
	fmt.Println(scheme, err)
	fmt.Println(scheme.Number(numbering.Slot{Year: 2025, Serial: 5}))
	// Output:
	// 泉鲤司〔{year}〕{serial}号 <nil>
	// 泉鲤司〔2025〕5号 <nil>
}

// A case code that is read out on the telephone carries a check character.
func ExampleScheme_Read() {
	scheme, err := numbering.Parse("350502{year}{serial:6}{check}")
	if err != nil {
		fmt.Println(err)
		return
	}
	slot, err := scheme.Read("35050220240000177")
	fmt.Println(slot.Year, slot.Serial, err)
	_, err = scheme.Read("35050220240000717")
	fmt.Println(err)
	// Output:
	// 2024 17 <nil>
	// numbering: 校验码不符：第17字：请核对编号是否抄录有误
}
