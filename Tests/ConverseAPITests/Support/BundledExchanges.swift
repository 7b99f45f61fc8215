import Foundation
import JSONText

/// The calls of the bundled recordings that the service answered, as JSON.
enum BundledExchanges {
    struct Exchange {
        let file: String
        let target: String
        let request: JSONValue
        /// The body of an answer that is no stream.
        let response: JSONValue?
    }

    static func answered() throws -> [Exchange] {
        let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "recordings")
        var exchanges: [Exchange] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".json") {
            let recording = try JSONValue(parsing: [UInt8](Data(contentsOf: folder.appending(path: name))))
            for exchange in recording["exchanges"]?.arrayValue ?? [] {
                guard exchange["response"]?["status"]?.numberValue?.int64 == 200,
                    let target = exchange["request"]?["target"]?.stringValue,
                    let request = exchange["request"]?["body"]?["json"]
                else { continue }
                exchanges.append(
                    Exchange(
                        file: name, target: target, request: request,
                        response: exchange["response"]?["body"]?["json"]))
            }
        }
        return exchanges
    }
}
