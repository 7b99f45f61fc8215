import Foundation
import JSONText
import RecordingImport
import Recordings
import TestSupport
import Testing
import WireText

/// PyYAML's reading of cassettes against ours: the bundled recordings, written by PyYAML as VCR writes its cassettes.
@Suite(.live, PyYAML.isNeeded, .timeLimit(.minutes(10)))
struct CassetteOracleTests {
    /// Writes each recording that the arguments name as a cassette in one of VCR's dialects, reads it again, and gives the
    /// text with what it holds: target, host, status, and bodies as JSON or base64.
    private static let script = """
        import base64, gzip, json, re, sys, urllib.parse, yaml
        dialect = int(sys.argv[1])
        def is_finite(value):
            # A number beyond a double's range is none that PyYAML can write.
            try: return bool(json.dumps(value, allow_nan=False))
            except ValueError: return False
        def written(side):
            headers = {header["name"]: [header["value"]] for header in side["headers"]}
            body = side.get("body") or {}
            if dialect == 0 and "json" in body and is_finite(body["json"]):
                return {"headers": headers, "parsed_body": body["json"]}
            text = json.dumps(body["json"], ensure_ascii=dialect == 1) if "json" in body else body.get("text", "")
            if dialect == 1: return {"headers": headers, "body": text}
            if dialect == 2: return {"headers": headers, "body": {"string": text}}
            if dialect == 3: return {"headers": headers, "body": text.encode()}
            headers["Content-Encoding"] = ["gzip"]
            return {"headers": headers, "body": {"string": gzip.compress(text.encode())}}
        def read(part):
            if part.get("parsed_body") is not None: return {"json": part["parsed_body"]}
            raw = part.get("body")
            if isinstance(raw, dict): raw = raw.get("string")
            if raw is None: raw = b""
            if isinstance(raw, str): raw = raw.encode()
            if raw[:2] == b"\\x1f\\x8b": raw = gzip.decompress(raw)
            return {"base64": base64.b64encode(raw).decode()}
        answer = {}
        for path in sys.argv[2:]:
            interactions = []
            for exchange in json.load(open(path)).get("exchanges", []):
                request, response = exchange["request"], exchange["response"]
                if "stream" in (response.get("body") or {}): continue
                interactions.append({
                    "request": dict(written(request), method=request["method"],
                        uri="https://" + request["host"] + request["target"]),
                    "response": dict(written(response), status={"code": response["status"], "message": "-"})})
            text = yaml.dump({"interactions": interactions, "version": 1}, Dumper=yaml.SafeDumper, sort_keys=False,
                allow_unicode=dialect % 2 == 0, width=100)
            exchanges = []
            for interaction in yaml.safe_load(text)["interactions"]:
                address = urllib.parse.urlsplit(interaction["request"]["uri"])
                if not re.search("/model/[^/]+/converse(-stream)?$", address.path): continue
                exchanges.append({
                    "target": address.path + ("?" + address.query if address.query else ""), "host": address.netloc,
                    "status": interaction["response"]["status"]["code"],
                    "request": read(interaction["request"]), "response": read(interaction["response"])})
            answer[path.split("/")[-1]] = {"text": text, "exchanges": exchanges}
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())
        """

    /// The bundled recordings.
    private static let recordings: [String] = {
        let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "recordings").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
    }()

    @Test(arguments: 0...4)
    func `every exchange is what PyYAML reads`(dialect: Int) async throws {
        let arguments = [String(dialect)] + Self.recordings
        let answer = try JSONValue(parsing: try await PyYAML.run(Self.script, arguments: arguments))
        var compared = 0
        for entry in answer.objectValue ?? JSONObject() {
            let name = entry.name
            let text = try #require(entry.value["text"]?.stringValue)
            let imported = try VCRImport.recording(from: Array(text.utf8), file: name + ".yaml")
            let expected = try #require(entry.value["exchanges"]?.arrayValue)
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
        #expect(compared > 100)
    }

    private func compare(_ body: RecordedBody, _ wanted: JSONValue?, _ name: String) throws {
        if let json = wanted?["json"] {
            let found = try #require(body.json, "\(name)")
            #expect(found.isEquivalent(to: json), "\(name)")
            #expect(found.orderOfMembers == json.orderOfMembers, "\(name)")
            return
        }
        let bytes = try #require(wanted?["base64"]?.stringValue.map { try Base64.decode($0.utf8.span) })
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
