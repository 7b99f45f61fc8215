// The signers of the Go SDKs, versions 1 and 2, as Debian has them: `go_signer 1` or `go_signer 2`.
//
// The request is taken as net/http would write it. Built with `GO111MODULE=off GOPATH=/usr/share/gocode go build`.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"time"

	sdk1 "github.com/aws/aws-sdk-go/aws"
	credentials1 "github.com/aws/aws-sdk-go/aws/credentials"
	signer1 "github.com/aws/aws-sdk-go/aws/signer/v4"
	sdk2 "github.com/aws/aws-sdk-go-v2/aws"
	signer2 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

type options struct {
	URIEncoding, PathNormalization, SessionToken, ContentSHA256Header, Payload, Location string
	ExpiresSeconds                                                                       int
}

type message struct {
	Protocol, ID, Region, Service, Time string
	End                                 bool
	Request                             struct {
		Method, Target, Body string
		Headers              [][2]string
	}
	Credentials struct{ AccessKeyID, SecretAccessKey, SessionToken string }
	Options     options
}

type answer map[string]interface{}

func sign(version string, m message) answer {
	if m.Options.SessionToken == "addedAfterSigning" {
		return answer{"skipped": "the Go SDKs sign every session token"}
	}
	body, _ := base64.StdEncoding.DecodeString(m.Request.Body)
	host := ""
	for _, header := range m.Request.Headers {
		if strings.EqualFold(header[0], "host") {
			host = header[1]
		}
	}
	request, err := http.NewRequest(m.Request.Method, "https://"+host+m.Request.Target, bytes.NewReader(body))
	if err != nil || request.URL.RequestURI() != m.Request.Target {
		return answer{"skipped": "Go writes this target in another way before it signs, or not at all"}
	}
	for _, header := range m.Request.Headers {
		switch strings.ToLower(header[0]) {
		case "host":
		case "content-length", "transfer-encoding", "trailer":
			return answer{"skipped": "net/http writes " + header[0] + " itself"}
		default:
			request.Header.Add(header[0], header[1])
		}
	}
	if m.Options.ContentSHA256Header == "sent" && version == "1" && m.Service != "s3" {
		return answer{"skipped": "version 1 sends the hash of a body to S3 alone"}
	}
	moment, _ := time.Parse("20060102T150405Z", m.Time)
	if version == "1" {
		err = withSDK1(request, body, m, moment)
	} else {
		err = withSDK2(request, body, m, moment)
	}
	if err != nil {
		return answer{"error": err.Error()}
	}
	written, err := httputil.DumpRequestOut(request, false)
	if err != nil {
		return answer{"skipped": "net/http does not send this: " + err.Error()}
	}
	lines := strings.Split(strings.TrimRight(string(written), "\r\n"), "\r\n")
	headers := [][2]string{}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		headers = append(headers, [2]string{name, value})
	}
	return answer{"target": strings.Split(lines[0], " ")[1], "headers": headers}
}

func withSDK1(request *http.Request, body []byte, m message, moment time.Time) error {
	keys := credentials1.NewStaticCredentials(
		m.Credentials.AccessKeyID, m.Credentials.SecretAccessKey, m.Credentials.SessionToken)
	signer := signer1.NewSigner(keys, func(signer *signer1.Signer) {
		signer.DisableURIPathEscaping = m.Options.URIEncoding == "single"
		signer.UnsignedPayload = m.Options.Payload == "unsigned"
		signer.DisableHeaderHoisting = true
	})
	var err error
	if m.Options.Location == "query" {
		lifetime := time.Duration(m.Options.ExpiresSeconds) * time.Second
		_, err = signer.Presign(request, bytes.NewReader(body), m.Service, m.Region, lifetime, moment)
	} else {
		_, err = signer.Sign(request, bytes.NewReader(body), m.Service, m.Region, moment)
	}
	return err
}

func withSDK2(request *http.Request, body []byte, m message, moment time.Time) error {
	keys := sdk2.Credentials{
		AccessKeyID: m.Credentials.AccessKeyID, SecretAccessKey: m.Credentials.SecretAccessKey,
		SessionToken: m.Credentials.SessionToken,
	}
	sum := sha256.Sum256(body)
	// Its caller hashes the body.
	hash := hex.EncodeToString(sum[:])
	if m.Options.Payload == "unsigned" {
		hash = "UNSIGNED-PAYLOAD"
	}
	if m.Options.ContentSHA256Header == "sent" {
		request.Header.Set("X-Amz-Content-Sha256", hash)
	}
	signer := signer2.NewSigner(func(options *signer2.SignerOptions) {
		options.DisableURIPathEscaping = m.Options.URIEncoding == "single"
		options.DisableHeaderHoisting = true
	})
	if m.Options.Location != "query" {
		return signer.SignHTTP(context.Background(), keys, request, hash, m.Service, m.Region, moment)
	}
	query := request.URL.Query()
	query.Set("X-Amz-Expires", fmt.Sprint(m.Options.ExpiresSeconds))
	request.URL.RawQuery = query.Encode()
	signed, _, err := signer.PresignHTTP(context.Background(), keys, request, hash, m.Service, m.Region, moment)
	if err == nil {
		request.URL, err = url.Parse(signed)
	}
	return err
}

func main() {
	version := os.Args[1]
	name, number := "aws-sdk-go", sdk1.SDKVersion
	if version == "2" {
		name, number = "aws-sdk-go-v2", sdk2.SDKVersion
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	in := bufio.NewReader(os.Stdin)
	for {
		line, err := in.ReadBytes('\n')
		var m message
		if err != nil || json.Unmarshal(line, &m) != nil || m.End {
			return
		}
		if m.Protocol != "" {
			out.Encode(answer{
				"name": name, "version": number, "language": "Go", "features": []string{"headers", "query"}})
			continue
		}
		given := sign(version, m)
		given["id"] = m.ID
		out.Encode(given)
	}
}
