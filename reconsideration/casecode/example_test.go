package casecode_test

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
)

// A case gets its code, a suit carries it; officials see the course, whoever scans the paper the view.
func Example() {
	if err := example(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 99010201-2025-000001-1
	// 2025-01-06 行政复议 收到
	// 2025-03-20 行政复议 决定
	// 2025-04-01 一审 收到应诉通知
	// 27
	// {"steps":[{"on":"2025-01-06","stage":"行政复议","state":"已收到"},{"on":"2025-03-20","stage":"行政复议","state":"已办结"},{"on":"2025-04-01","stage":"一审","state":"办理中"}]}
}

func example() error {
	series, err := casecode.SeriesOf("99010201") // of an organ that does not exist
	if err != nil {
		return err
	}
	store := register.NewMemory()
	book, err := register.New(store, register.Options{
		Now:    func() time.Time { return time.Date(2025, time.June, 2, 1, 0, 0, 0, time.UTC) }, // of a server: time.Now
		Series: []register.Series{series},
		Hooks:  register.Hooks{Before: casecode.Once(store, nil)},
	})
	if err != nil {
		return err
	}
	ctx, scope := context.Background(), register.Scope{Organ: "沧澜区司法局"}
	paper := func(kind fazhi.Kind, id, step string, on fazhi.Date) register.Request {
		doc := &register.Raw{Of: fazhi.Ref{Kind: kind, ID: id}, JSON: json.RawMessage(`{"applicant":"欧阳测试"}`)}
		return register.Request{Scope: scope, Doc: doc, Step: step, On: on}
	}
	code, entry, err := casecode.Issue(ctx, book, paper("reconsideration", "2025-1", "收到", fazhi.DateOf(2025, 1, 6)))
	if err != nil {
		return err
	}
	fmt.Println(code)
	_, err = book.Step(ctx, register.Request{Scope: scope, Ref: entry.Ref, Step: "决定", On: fazhi.DateOf(2025, 3, 20)})
	if err != nil {
		return err
	}
	suit := paper("suit", "（2025）虚9902行初3号", "收到应诉通知", fazhi.DateOf(2025, 4, 1))
	link := casecode.Link{Code: code, Stage: casecode.FirstInstance, Organ: scope.Organ, Of: fazhi.RefOf(suit.Doc)}
	if _, err = casecode.Connect(ctx, book, register.Request{Scope: scope}, link); err != nil {
		return err
	}
	if _, err = book.Add(ctx, suit); err != nil {
		return err
	}
	course, err := casecode.Trace(ctx, store, scope, code)
	if err != nil {
		return err
	}
	for _, s := range course.Steps {
		fmt.Println(s.On, s.Stage, s.Step)
	}
	key, err := casecode.NewKey([]byte("thirty-two random bytes or more.")) // of a bureau: from its secrets
	if err != nil {
		return err
	}
	id, err := key.ID(code)
	if err != nil {
		return err
	}
	fmt.Println(len(id)) // for the QR code
	view, err := json.Marshal(casecode.PublicView(course, nil))
	fmt.Println(string(view))
	return err
}

// What is wrong with a code is said, and not put right; which codes it may have been is asked for.
func ExampleParse() {
	_, err := casecode.Parse("9901O201-2024-000017-9")
	fmt.Println(err)
	_, err = casecode.Parse("99010201-2024-000071-9")
	fmt.Println(err)
	for _, code := range casecode.Suggest("99010201-2024-000071-9") {
		fmt.Println(code)
	}
	// Output:
	// casecode: 案件编号中有不该有的字符：第5个字符：应当是数字；可能是“0”
	// casecode: 案件编号的校验码不符：第22个字符：请核对编号是否抄录有误
	// 49010201-2024-000071-9
	// 99013201-2024-000071-9
	// 99010301-2024-000071-9
	// 990102M1-2024-000071-9
	// 99010208-2024-000071-9
	// 99010201-2084-000071-9
	// 99010201-2026-000071-9
	// 99010201-2024-000571-9
	// 99010201-2024-000075-9
	// 99010201-2024-000071-4
	// 99010201-2024-000017-9
}
