import JSONText
import SigV4
import WireText

extension WireRequest {
    /// The member `request` of a case; the body is base64, and absent if there is none.
    ///
    /// Target and headers of vectors come from JSON, so that they are text.
    var json: JSONValue {
        var members: JSONObject = [
            "method": .string(method), "target": .string(String(decoding: target, as: UTF8.self)),
            "headers": .array(headers.map { .array([.string($0.name), .string($0.text)]) }),
        ]
        if !body.isEmpty { members["body"] = .string(Base64.text(body)) }
        return .object(members)
    }

    init(_ request: JSONCursor) throws(JSONShapeError) {
        try request.requireOnly(names: ["method", "target", "headers", "body"])
        var body: [UInt8] = []
        if let text = try request.optionalMember("body") {
            do {
                body = try Base64.decode(Array(try text.string().utf8).span)
            } catch let error as Base64Error {
                throw text.fault(expected: "base64", found: error.description)
            } catch let error as JSONShapeError {
                throw error
            } catch {
                throw text.fault(expected: "base64")
            }
        }
        self.init(
            method: try request.member("method").string(), target: Array(try request.member("target").string().utf8),
            headers: try Self.headers(request.member("headers")), body: body)
    }

    /// A list of names and values.
    static func headers(_ list: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for header in try list.array() {
            let pair = try header.array()
            guard pair.count == 2 else { throw header.fault(expected: "a name and a value") }
            headers.append(HeaderField(try pair[0].string(), try pair[1].string()))
        }
        return headers
    }
}
