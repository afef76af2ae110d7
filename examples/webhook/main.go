// Command webhook receives events of a register (登记簿), as the other system does: it verifies who sent them, knows
// repetitions, and checks their order.
//
//	go run ./examples/webhook demo
//	go run ./examples/webhook receive -secret 密钥.txt -keep 收件.jsonl
//	go run ./examples/webhook send -secret 密钥.txt -to http://127.0.0.1:8474/ -allow 127.0.0.1/32
//
// demo shows one event from the book to the receiver, in one process, and what happens to the same event again, to one that
// was altered, and to one that is signed with a secret just being changed. receive listens until it is interrupted. send
// makes a book in memory with one invented contract and delivers its event, which is the same each time.
//
// A secret is 24 to 64 bytes in base64, one on each line of the file, the current one first:
//
//	(printf whsec_; head -c 32 /dev/urandom | base64) > 密钥.txt
//
// What the receiver keeps: of each event its id, its book, its place and its document, in the file of -keep, which is
// flushed before the sender gets its answer. So after a restart it still knows repetitions. Without -keep it forgets
// everything when it ends, and takes a repetition for a new event. It does nothing with the events: that is where the other
// system begins, in the same transaction as the keeping of the id.
//
// With -json, demo and send print one object, receive one object for each event as it comes. Exit codes: 0 all is well; 1
// something was found: an event that was refused, that came late or contradicts an earlier one, that could not be
// delivered; 2 the command line, a file or the address is unusable.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func main() {
	cli.Main(func(ctx context.Context, args []string, w cli.World) int {
		return run(ctx, args, world{stdout: w.Stdout, stderr: w.Stderr, now: w.Now, random: rand.Reader})
	})
}

// A world is what the process lends to the program.
type world struct {
	stdout, stderr io.Writer
	now            func() time.Time
	random         io.Reader
	ready          func(address string) // told when receive listens; nil: nobody is
}

const usage = `用法：
  webhook demo    [-json]
  webhook receive -secret 文件 [-listen 地址] [-keep 文件] [-json]
  webhook send    -secret 文件 -to 网址 -allow 地址范围 [-json]

demo 在一个进程里演示事件从登记簿到接收方的全过程；receive 接收并核对事件；send 投递一个虚构的事件，
每次都是同一个。

密钥是24至64字节随机数的 base64，双方用同一个文件，例如这样生成：
  (printf whsec_; head -c 32 /dev/urandom | base64) > 密钥.txt

退出码：0 正常；1 有发现：拒收、迟到、前后矛盾或者未能投递的事件；2 命令行、文件或者地址不能使用。

选项：
`

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

// run is the program without the process around it.
func run(ctx context.Context, args []string, w world) int {
	c, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(w.stderr, usage)
		new(call).flags().write(w.stderr)
		return cli.Well
	}
	found := ""
	if err == nil {
		found, err = c.command(ctx, c, w)
	}
	switch {
	case err != nil:
		if c.json {
			err = errors.Join(err, cli.WriteJSON(w.stdout, map[string]string{"error": plain(err)}))
		}
		fmt.Fprintln(w.stderr, "webhook："+plain(err))
		return cli.Unusable
	case found != "":
		fmt.Fprintln(w.stderr, "webhook："+found)
		return cli.Found
	}
	return cli.Well
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return strings.NewReplacer("\n", "；", "webhook: ", "", "events: ", "", "register: ", "").Replace(err.Error())
}
