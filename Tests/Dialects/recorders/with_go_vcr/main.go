// Records with go-vcr 1: CALLS URL OUT.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/dnaeon/go-vcr/recorder"
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
	transport, err := recorder.New(strings.TrimSuffix(os.Args[3], ".yaml"))
	check(err)
	client := &http.Client{Transport: transport}
	for _, call := range calls {
		body, err := base64.StdEncoding.DecodeString(call.Body)
		check(err)
		request, err := http.NewRequest(call.Method, os.Args[2]+call.Target, bytes.NewReader(body))
		check(err)
		for name, value := range call.Headers {
			request.Header.Set(name, value)
		}
		response, err := client.Do(request)
		check(err)
		_, err = io.Copy(io.Discard, response.Body)
		check(err)
		check(response.Body.Close())
	}
	check(transport.Stop())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
