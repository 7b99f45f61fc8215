// Go's net/http with a signer by hand, on the standard library alone: what small clients in Go are. It signs and sends, and
// retries nothing by itself; streams are left out.
package main

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// A line of the runner; members are read whatever the case of their letters.
type line struct {
	Protocol, ID, Endpoint, Region, ModelID, CABundle, HTTPVersion string
	End                                                            bool
	Credentials                                                    struct{ AccessKeyID, SecretAccessKey, SessionToken string }
	Input                                                          json.RawMessage
	TimeoutSeconds                                                 int
}

type answer map[string]any

func call(given line) answer {
	endpoint, err := url.Parse(given.Endpoint)
	if err != nil {
		return answer{"error": err.Error()}
	}
	if given.HTTPVersion != "" && endpoint.Scheme == "http" {
		return answer{"skipped": "net/http speaks HTTP/2 over TLS only"}
	}
	path := "/model/" + encoded(given.ModelID) + "/converse"
	request, err := http.NewRequest("POST", given.Endpoint+path, bytes.NewReader(given.Input))
	if err != nil {
		return answer{"error": err.Error()}
	}
	sign(request, given, endpoint.Host, path)
	transport := &http.Transport{ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	if given.CABundle != "" {
		authorities := x509.NewCertPool()
		authorities.AppendCertsFromPEM([]byte(given.CABundle))
		transport.TLSClientConfig = &tls.Config{RootCAs: authorities}
	}
	client := http.Client{Transport: transport, Timeout: time.Duration(given.TimeoutSeconds) * time.Second}
	response, err := client.Do(request)
	if err != nil {
		return broken(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return broken(err)
	}
	if response.StatusCode != 200 {
		return refusal(response, body)
	}
	return told(body)
}

// What is signed

func sign(request *http.Request, given line, host, path string) {
	moment := time.Now().UTC().Format("20060102T150405Z")
	fields := [][2]string{{"content-type", "application/json"}, {"host", host}, {"x-amz-date", moment}}
	if token := given.Credentials.SessionToken; token != "" {
		fields = append(fields, [2]string{"x-amz-security-token", token})
	}
	var names []string
	canonical := "POST\n" + strings.ReplaceAll(encoded(path), "%2F", "/") + "\n\n"
	for _, field := range fields {
		names = append(names, field[0])
		canonical += field[0] + ":" + field[1] + "\n"
		request.Header.Set(field[0], field[1])
	}
	signed := strings.Join(names, ";")
	canonical += "\n" + signed + "\n" + hash(given.Input)
	scope := moment[:8] + "/" + given.Region + "/bedrock/aws4_request"
	key := []byte("AWS4" + given.Credentials.SecretAccessKey)
	for _, part := range strings.Split(scope, "/") {
		key = mac(key, part)
	}
	signature := mac(key, "AWS4-HMAC-SHA256\n"+moment+"\n"+scope+"\n"+hash([]byte(canonical)))
	request.Header.Set("Authorization", fmt.Sprintf("AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%x",
		given.Credentials.AccessKeyID, scope, signed, signature))
}

func mac(key []byte, text string) []byte {
	code := hmac.New(sha256.New, key)
	code.Write([]byte(text))
	return code.Sum(nil)
}

func hash(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}

func encoded(text string) string {
	var out strings.Builder
	for _, each := range []byte(text) {
		switch {
		case each >= 'a' && each <= 'z', each >= 'A' && each <= 'Z', each >= '0' && each <= '9',
			strings.IndexByte("-_.~", each) >= 0:
			out.WriteByte(each)
		default:
			fmt.Fprintf(&out, "%%%02X", each)
		}
	}
	return out.String()
}

// What is told

func failure(kind, message string) answer {
	return answer{"failure": answer{"kind": kind, "message": message}}
}

func broken(err error) answer {
	var timed net.Error
	if errors.As(err, &timed) && timed.Timeout() {
		return failure("timeout", err.Error())
	}
	return failure("transport", err.Error())
}

func refusal(response *http.Response, body []byte) answer {
	// A page in place of JSON is told as it stands. The names are those of both spellings.
	var described map[string]any
	_ = json.Unmarshal(body, &described)
	words := string(body)
	for _, name := range []string{"Message", "message"} {
		if text, ok := described[name].(string); ok {
			words = text
		}
	}
	kind := response.Header.Get("x-amzn-ErrorType")
	if text, ok := described["__type"].(string); ok && kind == "" {
		kind = text
	}
	kind, _, _ = strings.Cut(kind, ":")
	found := answer{"kind": "service", "status": response.StatusCode, "message": words}
	if kind != "" {
		found["type"] = kind[strings.LastIndex(kind, "#")+1:]
	}
	return answer{"failure": found}
}

func told(body []byte) answer {
	type use struct {
		Name  string          `json:"name"`
		Input json.RawMessage `json:"input"`
	}
	var read struct {
		Output *struct {
			Message struct {
				Content []struct {
					Text    string
					ToolUse *use
				}
			}
		}
		StopReason string
		Usage      json.RawMessage
	}
	if err := json.Unmarshal(body, &read); err != nil {
		return failure("decode", err.Error())
	}
	if read.Output == nil {
		return failure("decode", "the answer has no output")
	}
	text, tools := "", []use{}
	for _, block := range read.Output.Message.Content {
		text += block.Text
		if block.ToolUse != nil {
			tools = append(tools, *block.ToolUse)
		}
	}
	result := answer{"text": text, "toolUses": tools, "stopReason": read.StopReason}
	if read.Usage != nil {
		result["usage"] = read.Usage
	}
	return answer{"result": result}
}

// The protocol

var output sync.Mutex

func write(message answer) {
	bytes, err := json.Marshal(message)
	if err != nil {
		bytes, _ = json.Marshal(answer{"id": message["id"], "error": err.Error()})
	}
	output.Lock()
	defer output.Unlock()
	os.Stdout.Write(append(bytes, '\n'))
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	var open sync.WaitGroup
	defer open.Wait()
	for {
		bytes, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var given line
		switch err := json.Unmarshal(bytes, &given); {
		case err != nil:
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		case given.Protocol != "":
			write(answer{"name": "Go's net/http", "version": strings.TrimPrefix(runtime.Version(), "go"), "language": "Go",
				"features": []string{"converse", "tools", "token", "tls", "http2"}})
		case given.End:
			return
		default:
			open.Add(1)
			go func() {
				defer open.Done()
				message := call(given)
				message["id"] = given.ID
				write(message)
			}()
		}
	}
}
