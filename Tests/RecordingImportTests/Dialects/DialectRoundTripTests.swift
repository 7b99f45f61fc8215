import FoundationEssentials
import JSONText
import RecordingImport
import Recordings
import TestSupport
import Testing
import WireText

/// Every recording of ours, written as other recorders write it by `Tests/Dialects/convert.py`, is read as it was.
@Suite(.live, .serialized, .timeLimit(.minutes(10)))
struct DialectRoundTripTests {
    private static let root =
        "/"
        + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    /// The recordings by the name of their file.
    private static let recordings: [String: Recording] = {
        var recordings: [String: Recording] = [:]
        let folder = root + "/recordings"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix(".json") {
            recordings[String(name.dropLast(5))] = (try? bytes(folder + "/" + name))
                .flatMap { try? Recording(parsing: $0, file: name) }
        }
        return recordings
    }()

    private static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    @Test(.enabled("needs python3") { (try? await Program.run("python3", ["--version"])) != nil })
    func `every recording survives every dialect`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/dialects-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await Program.run("python3", [Self.root + "/Tests/Dialects/convert.py", "--all", folder]).succeeded()
        try #require(Self.recordings.count > 50)
        let dialects = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(dialects.count >= 17)
        for dialect in dialects {
            for (name, original) in Self.recordings {
                let found = try Self.exchanges(of: name, in: folder + "/" + dialect)
                #expect(found.count == original.exchanges.count, "\(dialect)/\(name)")
                for (number, (exchange, wanted)) in zip(found, original.exchanges).enumerated() {
                    Self.compare(exchange, wanted, dialect, "\(dialect)/\(name) exchange \(number + 1)")
                }
            }
        }
    }

    /// The exchanges of a recording in a dialect, which may be in several files.
    private static func exchanges(of name: String, in folder: String) throws -> [Exchange] {
        let inner = FileManager.default.fileExists(atPath: folder + "/mappings") ? folder + "/mappings" : folder
        let companions = CompanionFiles { try? bytes(folder + "/" + $0) }
        func read(_ file: String) throws -> [Exchange] {
            let found = try AnyRecording.recording(
                from: try bytes(inner + "/" + file), file: file, companions: companions)
            #expect(found.recording.source.kind == .imported)
            return found.recording.exchanges
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: inner)
        if let whole = files.first(where: { $0.hasPrefix(name + ".") }) { return try read(whole) }
        return try (0...).lazy.map { "\(name)-\($0).json" }.prefix { files.contains($0) }.flatMap { try read($0) }
    }

    private static func compare(_ found: Exchange, _ wanted: Exchange, _ dialect: String, _ place: String) {
        #expect(found.request.method == wanted.request.method, "\(place)")
        #expect(found.request.target == wanted.request.target, "\(place)")
        // A mapping of WireMock does not name the host that it stands for.
        if !dialect.hasPrefix("wiremock") { #expect(found.request.host == wanted.request.host, "\(place)") }
        #expect(found.response.status == wanted.response.status, "\(place)")
        for (headers, kept) in [
            (found.request.headers, wanted.request.headers), (found.response.headers, wanted.response.headers),
        ] {
            for header in kept { #expect(headers.text(of: header.name) == header.text, "\(place) \(header.name)") }
        }
        let isRounded = dialect.hasPrefix("nock")
        #expect(same(found.request.body, wanted.request.body, isRounded), "\(place) request")
        #expect(same(found.response.body, wanted.response.body, isRounded), "\(place) response")
    }

    private static func same(_ found: RecordedBody, _ wanted: RecordedBody, _ isRounded: Bool) -> Bool {
        if case .stream = wanted {
            guard case .stream = found else { return false }
            return found.wireBytes == wanted.wireBytes
        }
        guard let left = found.json, let right = wanted.json else { return found == wanted }
        return isRounded ? sameToJavaScript(left, right) : left.isEquivalent(to: right)
    }

    /// Whether two values are one to a reader whose numbers have 53 bits.
    private static func sameToJavaScript(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left.double == right.double
        // What is beyond its numbers becomes null.
        case (.null, .number(let right)): right.double.isInfinite
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { sameToJavaScript($0, $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { member in right[member.name].map { sameToJavaScript(member.value, $0) } ?? false }
        default: left == right
        }
    }
}
