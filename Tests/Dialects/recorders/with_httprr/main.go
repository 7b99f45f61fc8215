// Writes a trace as httprr does, with the same writers of Go's library, since httprr is a package that nobody else can
// import: CALLS URL OUT.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

type call struct {
	Method, Target, Body string
	Headers              map[string]string
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	var calls []call
	check(json.Unmarshal(text, &calls))
	var trace bytes.Buffer
	trace.WriteString("httprr trace v1\n")
	for _, call := range calls {
		request, response := exchange(call, os.Args[2])
		fmt.Fprintf(&trace, "%d %d\n%s%s", request.Len(), response.Len(), request, response)
	}
	check(os.WriteFile(os.Args[3], trace.Bytes(), 0o644))
}

func exchange(call call, url string) (sent, received *bytes.Buffer) {
	body, err := base64.StdEncoding.DecodeString(call.Body)
	check(err)
	made := func() *http.Request {
		request, err := http.NewRequest(call.Method, url+call.Target, bytes.NewReader(body))
		check(err)
		for name, value := range call.Headers {
			request.Header.Set(name, value)
		}
		return request
	}
	sent, received = new(bytes.Buffer), new(bytes.Buffer)
	check(made().WriteProxy(sent))
	response, err := http.DefaultTransport.RoundTrip(made())
	check(err)
	// An answer in chunks is written in chunks again.
	check(response.Write(received))
	return sent, received
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
