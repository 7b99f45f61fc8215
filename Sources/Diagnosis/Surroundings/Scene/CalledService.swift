import Evidence
import WireText

/// The service and the operation that a client's words name, in the way of its SDK.
struct CalledService {
    private(set) var endpoint: (name: String, place: Range<Int>)?
    private(set) var operation: (name: String, place: Range<Int>)?

    /// Whether the words say that the service answered.
    private(set) var hasAnswered = false

    init(_ text: ArraySlice<UInt8>) {
        // botocore and the AWS CLI: `An error occurred (X) when calling the Converse operation`.
        if let mark = text.range(of: "when calling the ") {
            let name = word(text[mark.upperBound...])
            if text[name.endIndex...].hasPrefix(" operation") {
                operation = (name.text, name.startIndex..<name.endIndex)
                hasAnswered = !endsInBareStatus(text[..<mark.lowerBound])
            }
        }
        // Go: `operation error Bedrock Runtime: Converse, https response error StatusCode: 400`; of nested ones the last failed.
        var rest = text
        while let mark = rest.range(of: "operation error ") {
            rest = text[mark.upperBound...]
            guard let colon = rest.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { continue }
            let service = rest[..<colon]
            let name = word(rest[colon...].dropFirst().drop { $0 == 0x20 })
            if let known = AWSService.endpoint(ofID: service.text) {
                endpoint = (known, service.startIndex..<service.endIndex)
            } else if service.text == "ec2imds" {
                endpoint = ("instance metadata", service.startIndex..<service.endIndex)
            }
            operation = (name.text, name.startIndex..<name.endIndex)
            hasAnswered = text[name.endIndex...].prefix(200).range(of: "https response error StatusCode: ") != nil
        }
        // PHP: `Error executing "Converse" on "https://..."`.
        if operation == nil, let mark = text.range(of: "Error executing \"") {
            let name = word(text[mark.upperBound...])
            operation = (name.text, name.startIndex..<name.endIndex)
        }
        for (before, after) in Self.names where endpoint == nil {
            guard let mark = text.range(of: before) else { continue }
            let name = word(text[mark.upperBound...])
            guard after.isEmpty || text[name.endIndex...].hasPrefix(after),
                let known = AWSService.endpoint(ofID: name.text)
            else { continue }
            endpoint = (known, mark.lowerBound..<name.endIndex)
            if before == "(Service: " { hasAnswered = true }
        }
        if let operation, endpoint == nil, let known = AWSService.endpoint(ofOperation: operation.name) {
            endpoint = (known, operation.place)
        }
    }

    /// How Java, .NET, Ruby, PHP, Kotlin, Swift, Rust and JavaScript write the service in the names of their types.
    private static let names: [(before: String, after: String)] = [
        ("(Service: ", ","), ("(Service: ", ";"), ("awssdk.services.", "."), ("kotlin.services.", "."),
        ("com.amazonaws.services.", "."),
        ("Amazon.", ".Model"), ("Amazon.", ".Amazon"), ("Aws::", "::Errors"), ("Aws\\", "\\Exception"), ("AWS", "."),
        ("aws_sdk_", "::"), ("@aws-sdk/client-", "/"),
    ]
}

/// Whether botocore names a status as the error, `(401) `: it does where the answer named none, and a service's own names one.
private func endsInBareStatus(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.suffix(2).elementsEqual(") ".utf8), let open = text.suffix(6).firstIndex(of: UInt8(ascii: "(")) else {
        return false
    }
    return text[(open + 1)...].dropLast(2).allSatisfy(\.isDigit)
}

/// The letters and digits at the beginning.
private func word(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0.isLetter || $0.isDigit || $0 == 0x2D }
}
