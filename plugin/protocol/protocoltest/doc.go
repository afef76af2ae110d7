// Package protocoltest finds out whether a transport keeps what protocol.Conn promises, one case for each sentence.
//
//	func TestConn(t *testing.T) {
//		protocoltest.Run(t, protocoltest.Harness{Open: func(ctx context.Context) (protocol.Conn, error) {
//			return … // a new connection to a process, a server or a module that serves protocoltest.NewServer()
//		}})
//	}
//
// Behind the connection stands the kit's own plug-in, NewServer, which answers, waits, or says too much, as a case asks.
//
// Names of cases stay; cases are added. Of the standard library it needs testing.
package protocoltest
