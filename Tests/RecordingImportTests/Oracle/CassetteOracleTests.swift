import Foundation
import JSONText
import RecordingImport
import Recordings
import TestSupport
import Testing

/// PyYAML's reading of the shared cassettes against ours.
@Suite(
    .live, .enabled(if: !SharedCassettes.files.isEmpty, "needs cassettes in ../shared/cassettes"),
    PyYAML.isNeeded, .timeLimit(.minutes(5)))
struct CassetteOracleTests {
    /// Gives each Converse exchange of a file: target, host, status, and bodies as JSON or base64.
    private static let script = """
        import base64, gzip, json, re, sys, urllib.parse, yaml
        def body(part):
            if part.get("parsed_body") is not None: return {"json": part["parsed_body"]}
            raw = part.get("body")
            if isinstance(raw, dict): raw = raw.get("string")
            if raw is None: raw = b""
            if isinstance(raw, str): raw = raw.encode()
            if raw[:2] == b"\\x1f\\x8b": raw = gzip.decompress(raw)
            return {"base64": base64.b64encode(raw).decode()}
        answer = {}
        for path in sys.argv[1:]:
            document = yaml.load(open(path, "rb"), Loader=yaml.SafeLoader)
            exchanges = []
            for interaction in document["interactions"]:
                address = urllib.parse.urlsplit(interaction["request"]["uri"])
                if not re.search("/model/[^/]+/converse(-stream)?$", address.path): continue
                exchanges.append({
                    "target": address.path + ("?" + address.query if address.query else ""), "host": address.netloc,
                    "status": interaction["response"]["status"]["code"],
                    "request": body(interaction["request"]), "response": body(interaction["response"])})
            answer[path.split("/")[-1]] = exchanges
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())
        """

    @Test func `every exchange is what PyYAML reads`() async throws {
        let paths = SharedCassettes.files.map { SharedCassettes.directory.appendingPathComponent($0).path }
        let answer = try JSONValue(parsing: try await PyYAML.run(Self.script, arguments: paths))
        var compared = 0
        for name in SharedCassettes.files {
            let imported = try VCRImport.recording(from: try SharedCassettes.bytes(name), file: name)
            let expected = try #require(answer[name]?.arrayValue)
            #expect(imported.recording.exchanges.count == expected.count, "\(name)")
            for (exchange, wanted) in zip(imported.recording.exchanges, expected) {
                #expect(exchange.request.target == wanted["target"]?.stringValue)
                #expect(exchange.request.host == wanted["host"]?.stringValue)
                #expect(exchange.response.status == wanted["status"]?.numberValue?.int64.map { Int($0) })
                try compare(exchange.request.body, wanted["request"], name)
                try compare(exchange.response.body, wanted["response"], name)
                compared += 1
            }
            let again = try Recording(parsing: imported.recording.bytes(), file: name)
            #expect(again == imported.recording, "\(name)")
        }
        #expect(compared > 0)
    }

    private func compare(_ body: RecordedBody, _ wanted: JSONValue?, _ name: String) throws {
        if let json = wanted?["json"] {
            let found = try #require(body.json, "\(name)")
            #expect(found.isEquivalent(to: json), "\(name)")
            #expect(found.orderOfMembers == json.orderOfMembers, "\(name)")
            return
        }
        let bytes = try #require(wanted?["base64"]?.stringValue.flatMap(Base64.decode))
        switch body {
        case .json(let value): #expect(value == (try JSONValue(parsing: bytes)), "\(name)")
        case .none: #expect(bytes.isEmpty, "\(name)")
        case .text, .bytes, .stream: #expect(body.wireBytes == bytes, "\(name)")
        }
    }
}

extension JSONValue {
    /// The names of all members as they stand, one after the other.
    fileprivate var orderOfMembers: [String] {
        switch self {
        case .object(let object): object.flatMap { [$0.name] + $0.value.orderOfMembers }
        case .array(let elements): elements.flatMap(\.orderOfMembers)
        default: []
        }
    }
}
