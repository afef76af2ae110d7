package checkdigit_test

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

func Example() {
	c, err := checkdigit.Mod31("3505022024000017")
	fmt.Printf("%c %v\n", c, err)
	fmt.Println(checkdigit.CreditCode("91350100M000100Y43"))

	err = checkdigit.CreditCode("91350100M000100Y34")
	fmt.Println(errors.Is(err, checkdigit.ErrCheck), err)
	// Output:
	// 7 <nil>
	// <nil>
	// true checkdigit: 校验码不符
}
