import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

/// One exchange of Converse in YAML, from the lines of its request and response.
func cassette(request: String, response: String) -> [UInt8] {
    let indented = { (lines: String) in lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n") }
    let text = """
        interactions:
        - request:
        \(indented(request))
            method: POST
            uri: https://bedrock-runtime.us-east-1.amazonaws.com/model/m%3A0/converse
          response:
        \(indented(response))
            status: {code: 200, message: OK}
        version: 1
        """
    return Array(text.utf8)
}

@Suite struct VCRDialectTests {
    private func first(_ bytes: [UInt8], file: String = "c.yaml") throws -> Exchange {
        let imported = try VCRImport.recording(from: bytes, file: file)
        try #require(imported.recording.exchanges.count == 1)
        return imported.recording.exchanges[0]
    }

    @Test func `a body that only the recorder's own language has costs its own exchange, and is said`() throws {
        let imported = try VCRImport.recording(
            from: cassette(request: "body: '{}'", response: "body: !!python/object:x.Y\n  a: !!binary AAE="),
            file: "c.yaml")
        #expect(imported.recording.exchanges.isEmpty)
        let reason = "(it is an object of the recorder's language"
        #expect(imported.notes.contains { $0.contains(reason) && $0.hasSuffix("left out") }, "\(imported.notes)")
    }

    @Test(
        "An answer that is not all there is kept as it is, and said",
        arguments: [
            ("", "no body, which the service never sends"),
            ("body: {string: ''}", "no body, which the service never sends"),
            (
                "headers: {Content-Type: [application/vnd.amazon.eventstream]}\nbody: {encoding: utf-8, string: \"\\0\\0\\uFFFD{}\"}",
                "the stream was stored as text"
            ),
        ])
    func doubtful(_ response: String, _ reason: String) throws {
        let imported = try VCRImport.recording(
            from: cassette(request: "body: '{}'", response: response), file: "c.yaml")
        #expect(imported.recording.exchanges.count == 1)
        #expect(imported.notes.contains { $0.contains(reason) }, "\(imported.notes)")
    }

    private let wanted: JSONValue = ["a": 1, "text": "ü\n"]

    @Test(
        "A body is the same however it is written",
        arguments: [
            #"body: '{"a": 1, "text": "ü\n"}'"#,
            #"body: "{\"a\": 1, \"text\": \"\\xFC\"}""#.replacing(#"\\xFC"#, with: #"\xFC\\n"#),
            "body: |-\n  {\n    \"a\": 1,\n    \"text\": \"ü\\n\"\n  }",
            "body: >-\n  {\"a\": 1,\n  \"text\": \"ü\\n\"}",
            "body: !!binary |\n  eyJhIjogMSwgInRl\n  eHQiOiAiw7xcbiJ9",
            #"body: {string: '{"a": 1, "text": "ü\n"}'}"#,
            "body:\n  encoding: UTF-8\n  string: '{\"a\":1,\"text\":\"\\u00fc\\n\"}'",
            "body: {base64_string: eyJhIjogMSwgInRleHQiOiAiw7xcbiJ9}",
            // Ruby's own tag, and both members that a body of its can have
            "body:\n  encoding: ASCII-8BIT\n  string: !binary |-\n    eyJhIjogMSwgInRleHQiOiAiw7xcbiJ9",
            "body: {string: '{}', encoding: ASCII-8BIT, base64_string: eyJhIjogMSwgInRleHQiOiAiw7xcbiJ9}",
            "parsed_body:\n  a: 1\n  text: \"ü\\n\"",
            // What vcrpy keeps of aiohttp's `json=`
            "body:\n  a: 1\n  text: \"ü\\n\"", "body: {a: 1, text: \"\\u00FC\\n\"}",
            "parsed_body:\n  a: 1\n  text: |\n    ü\nbody: ignored",
            "parsed_body: {a: 1, text: \"\\u00FC\\n\"}\nbody: {string: ''}",
            "parsed_body:\nbody: '{\"a\": 1, \"text\": \"ü\\n\"}'",
            // httpx before version 6 of VCR.py, and what Python could read bit by bit
            "content: '{\"a\": 1, \"text\": \"ü\\n\"}'",
            "body: !!python/object/new:_io.BytesIO\n  state: !!python/tuple\n  - !!binary |\n    eyJhIjogMSwgInRleHQiOiAiw7xcbiJ9\n  - 0\n  - null",
            // gzip of the same text
            "headers: {Content-Encoding: [gzip]}\nbody: !!binary |\n  H4sIAAAAAAACA6tWSlSyUjDUUVAqSa0oATKVDu+JyVOqBQD0H3AJGAAAAA==",
        ])
    func body(_ lines: String) throws {
        let exchange = try first(cassette(request: lines, response: lines))
        #expect(exchange.request.body == .json(wanted))
        #expect(exchange.response.body == .json(wanted))
    }

    @Test(
        "No body is no body",
        arguments: [
            "body: null", "body: ''", "body:", "body: {string: ''}", "body: {string: null}", "body: {}", "x: 1",
        ])
    func noBody(_ lines: String) throws {
        let exchange = try first(cassette(request: lines, response: lines))
        #expect(exchange.request.body == RecordedBody.none)
        #expect(exchange.response.body == RecordedBody.none)
    }

    @Test func `a body that is no JSON stays text or bytes`() throws {
        let exchange = try first(
            cassette(request: "body: '{\"a\": 1, \"a\": 2}'", response: "body: {string: !!binary '/w=='}"))
        #expect(exchange.request.body == .text(#"{"a": 1, "a": 2}"#))
        #expect(exchange.response.body == .bytes([0xFF]))
    }

    @Test(
        "A stream keeps its bytes, as binary or as escaped text",
        arguments: ["!!binary 'AAAAEEkCAA=='", #""\0\0\0\x10I\x02\0""#, #""\x00\x00\x00\x10I\x02\x00""#])
    func stream(_ body: String) throws {
        let type = "headers: {Content-Type: [application/vnd.amazon.eventstream]}"
        let exchange = try first(cassette(request: "body: '{}'", response: "\(type)\nbody: {string: \(body)}"))
        #expect(exchange.response.body == .stream([StreamChunk(milliseconds: 0, bytes: [0, 0, 0, 0x10, 0x49, 2, 0])]))
    }

    @Test(
        "Header values are lists, strings or binary",
        arguments: [
            "headers: {Content-Type: [application/json], authorization: [secret]}",
            "headers: {Content-Type: application/json, X-Amz-Security-Token: secret}",
            "headers:\n  Content-Type:\n  - !!binary |\n    YXBwbGljYXRpb24vanNvbg==\n  Cookie: secret",
            "headers: [[Content-Type, application/json], [Cookie, secret]]",
            // As PyYAML writes a class of text, as itself and by its anchor.
            "headers:\n  ? !!python/object/apply:multidict._multidict.istr\n  - Content-Type\n  : - application/json",
            "headers:\n  ? !!python/object/new:own.Name {args: [Content-Type], state: {a: 1}}\n  : application/json",
            "x: &n !!python/object/apply:multidict._multidict.istr [Content-Type]\nheaders: {*n : application/json}",
            "headers: {Content-Type: [!!python/object/apply:own.Text [application/json]]}",
        ])
    func headers(_ lines: String) throws {
        let exchange = try first(cassette(request: lines, response: lines))
        #expect(exchange.request.headers == [HeaderField("Content-Type", "application/json")])
        #expect(exchange.response.headers == [HeaderField("Content-Type", "application/json")])
    }

    @Test(
        "A status is a mapping, a number or a line",
        arguments: [
            "status: {code: 404, message: no}", "status: {code: '404'}", "status: 404", "status: 404 Not Found",
            "code: 404", "status: {code: !!python/object/apply:http.HTTPStatus [404]}",
        ])
    func status(_ line: String) throws {
        let text = """
            interactions:
            - request: {method: post, uri: 'http://localhost:8787/x/model/m/converse'}
              response:
                \(line)
            """
        let exchange = try first(Array(text.utf8))
        #expect(exchange.response.status == 404)
        #expect(exchange.request.method == "POST")
        #expect(exchange.request.host == "localhost:8787")
        #expect(exchange.request.target == "/x/model/m/converse")
    }

    @Test func `plain scalars mean what VCR reads, quoted ones are strings`() throws {
        let lines = """
            parsed_body:
              plain: [1, -1, 123456789012345678901234567890, 1.0e-05, 1.50, yes, ~, null, 1e5, 2025-01-01, 0x1F, 1_000, 1:30, 01, +3, .5, abc]
              quoted: ['1', "1.0", 'yes', "null", '', '~', '2025-01-01']
              tagged: [!!str 1, !!int '7', !!float '1.5', !!bool 'true', !!null '']
            """
        let exchange = try first(cassette(request: lines, response: lines))
        let expected = try JSONValue(
            parsing: #"""
                {"plain":[1,-1,123456789012345678901234567890,1.0e-05,1.50,true,null,null,"1e5","2025-01-01",31,1000,90,1,3,0.5,"abc"],
                 "quoted":["1","1.0","yes","null","","~","2025-01-01"],"tagged":["1",7,1.5,true,null]}
                """#)
        #expect(exchange.request.body == .json(expected))
    }

    @Test(
        "A text is encoded as its encoding says",
        arguments: [
            ("UTF-8", [0xC3, 0xBC]), ("ASCII-8BIT", [0xC3, 0xBC]), ("ISO-8859-1", [0xFC]), ("latin1", [0xFC]),
            ("nonsense", [0xC3, 0xBC]),
        ] as [(String, [UInt8])])
    func encoding(_ name: String, _ bytes: [UInt8]) throws {
        let exchange = try first(cassette(request: "a: 1", response: "body: {encoding: \(name), string: ü}"))
        #expect(exchange.response.body.wireBytes == bytes)
    }

    @Test func `a binary name of a header is read, as old files of Ruby have it`() throws {
        let lines = "headers: {!binary \"Q29udGVudC1UeXBl\": [!binary \"YXBwbGljYXRpb24vanNvbg==\"]}"
        let exchange = try first(cassette(request: lines, response: lines))
        #expect(exchange.request.headers == [HeaderField("Content-Type", "application/json")])
    }

    @Test func `a recorder on the server's side has the host beside a relative address`() throws {
        let text = """
            version: 2
            interactions:
            - id: 0
              request: {host: 'localhost:8080', url: /model/m/converse, method: POST, body: '{}'}
              response: {body: '{}', code: 200, status: 200 OK, duration: 1ms}
            """
        let imported = try VCRImport.recording(from: Array(text.utf8), file: "f.yaml")
        #expect(imported.recording.exchanges.map(\.request.host) == ["localhost:8080"])
        #expect(imported.recording.source.tool == "go-vcr cassette")
        #expect(imported.notes == [])
    }

    @Test func `anchors and aliases are resolved`() throws {
        let lines = "parsed_body:\n  one: &x {k: [1]}\n  two: *x"
        #expect(
            try first(cassette(request: lines, response: "body: ''")).request.body
                == .json(["one": ["k": [1]], "two": ["k": [1]]]))
    }

    @Test func `other exchanges are left out and said`() throws {
        let text = """
            interactions:
            - request: {method: GET, uri: 'https://example.com/a.pdf', body: ''}
              response: {status: {code: 200}, body: {string: !!binary 'AAEC'}}
            - request: {method: POST, uri: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/invoke', body: '{}'}
              response: {status: {code: 200}, body: {string: '{}'}}
            - request: {method: POST, uri: 'https://u:p@bedrock-runtime.us-east-1.amazonaws.com/model/m/converse?x=1#f', body: '{}',
                headers: {X-Amz-Date: [20250206T051231Z]}}
              response: {status: {code: 200}, body: {string: '{}'}}
              recorded_at: now
            - request: {method: GET, uri: 'https://example.com/b.pdf'}
              response: {status: {code: 200}}
            - request: {method: POST, uri: 'http://localhost:8787/bedrock/model/m%3A0/count-tokens'}
              response: {status: {code: 200}}
            version: 1
            """
        let imported = try VCRImport.recording(from: Array(text.utf8), file: "dir/some.name.yaml")
        #expect(
            imported.notes == [
                "2 exchanges with other hosts ignored: example.com",
                "2 exchanges of other operations ignored: POST /bedrock/model/{modelId}/count-tokens, "
                    + "POST /model/{modelId}/invoke",
                "member \"recorded_at\" ignored at $.interactions[2].recorded_at",
            ])
        #expect(imported.recording.notes == imported.notes)
        #expect(imported.recording.name == "some.name")
        #expect(
            imported.recording.source
                == RecordingSource(kind: .imported, tool: "VCR cassette", version: "1", date: "2025-02-06"))
        #expect(imported.recording.exchanges.map(\.request.target) == ["/model/m/converse?x=1"])
        #expect(imported.recording.exchanges.map(\.request.host) == ["bedrock-runtime.us-east-1.amazonaws.com"])
    }

    @Test func `a cassette in JSON is read too`() throws {
        let text = #"""
            {"version": 1, "interactions": [{"request": {"method": "POST",
              "uri": "https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse",
              "body": "{\"text\": \"\ud83d\ude00\"}", "headers": {"Content-Type": ["application/json"]}},
              "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "parsed_body": {"n": 1e-5, "y": "yes"}}}]}
            """#
        for file in ["c.json", "c.yaml"] {
            let exchange = try first(Array(text.utf8), file: file)
            #expect(exchange.request.body == .json(["text": "😀"]))
            #expect(exchange.response.body == .json(try JSONValue(parsing: #"{"n":1e-5,"y":"yes"}"#)))
        }
    }

    @Test func `a cassette in JSON is told from a recording of our own schema`() {
        let cassettes = [#"{"interactions": []}"#, #" {"http_interactions": [], "recorded_with": "VCR 6"}"#]
        let others = [
            #"{"schema": "converse-recording/1", "interactions": []}"#, "{}", "[]", #"{"interactions": ["#, "",
        ]
        #expect(cassettes.allSatisfy { VCRImport.isJSONCassette(Array($0.utf8)) })
        #expect(!others.contains { VCRImport.isJSONCassette(Array($0.utf8)) })
    }

    @Test func `secrets do not survive the import`() throws {
        let lines = """
            headers: {authorization: [Bearer test_aws_authorization]}
            body: '{"message": "x-amz-security-token:IQoJb3JpZ2lu\\nAKIAIOSFODNN7EXAMPLE"}'
            """
        let exchange = try first(cassette(request: lines, response: lines))
        #expect(exchange.request.headers.isEmpty)
        #expect(exchange.response.body == .json(["message": "x-amz-security-token:<redacted>\n****************MPLE"]))
    }
}
