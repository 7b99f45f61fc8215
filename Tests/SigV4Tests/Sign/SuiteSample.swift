import Foundation
import JSONText
import SigV4
import Testing

/// A case of AWS's signing suite, if a sample of it lies beside the package.
struct SuiteSample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let request: SignableRequest
    let parameters: SigningParameters
    let expiresSeconds: Int
    private let directory: URL

    /// `../shared/signing-suite-sample`, seen from the package.
    static let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/signing-suite-sample")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: directory.path) }

    static func all() throws -> [SuiteSample] {
        guard isPresent else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
            .map { directory.appendingPathComponent($0) }
            .filter { FileManager.default.fileExists(atPath: $0.appendingPathComponent("context.json").path) }
            .map { try SuiteSample($0) }
    }

    private init(_ directory: URL) throws {
        self.directory = directory
        testDescription = directory.lastPathComponent
        let text = try String(contentsOf: directory.appendingPathComponent("request.txt"), encoding: .utf8)
        let head = text.components(separatedBy: "\n\n")
        let lines = head[0].split(separator: "\n").map(String.init)
        let words = lines[0].split(separator: " ").map(String.init)
        let body = head.count > 1 ? head.dropFirst().joined(separator: "\n\n") : ""
        request = SignableRequest(
            method: words[0], target: words[1..<(words.count - 1)].joined(separator: " "),
            headers: lines.dropFirst().map { line in
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                return HeaderField(String(line[..<colon]), String(line[line.index(after: colon)...]))
            },
            payload: body.isEmpty ? .empty : .bytes(Array(body.utf8)))

        let context = try JSONValue(
            parsing: Array(Data(contentsOf: directory.appendingPathComponent("context.json"))))
        func string(_ name: String) -> String { context[name]?.stringValue ?? "" }
        let credentials = context["credentials"]
        let compactTime = string("timestamp").replacing("-", with: "").replacing(":", with: "")
        parameters = SigningParameters(
            credentials: SigningCredentials(
                accessKeyID: credentials?["access_key_id"]?.stringValue ?? "",
                secretAccessKey: credentials?["secret_access_key"]?.stringValue ?? "",
                sessionToken: credentials?["token"]?.stringValue),
            region: string("region"), service: string("service"),
            time: try #require(SigningTime(amzDate: compactTime)),
            options: SigningOptions(
                pathNormalization: context["normalize"]?.boolValue == false ? .off : .on,
                contentSHA256Header: context["sign_body"]?.boolValue == true ? .sent : .omitted))
        expiresSeconds = (context["expiration_in_seconds"]?.numberValue?.int64).map { Int($0) } ?? 3600
    }

    /// The text of an expected stage.
    func expected(_ file: String) throws -> String {
        try String(contentsOf: directory.appendingPathComponent(file), encoding: .utf8)
    }
}
