import Evidence
import SigV4
import WireText

/// What a failed call looks like apart from what changes with every call: calls of one shape have one cause.
///
/// A log may hold thousands of them, and to examine each would take minutes.
struct ExchangeShape: Hashable {
    private let status: Int?
    private let target: [UInt8]
    private let headers: [String]
    private let answer: String
    private let message: String
    private let isSigningShown: Bool

    /// `nil` for a call that went well, which is judged by its own bytes.
    init?(_ exchange: ObservedExchange) {
        guard !exchange.succeeded else { return nil }
        status = exchange.response?.status
        target = exchange.request.map { Array($0.method.utf8) + [0x20] + $0.target } ?? []
        headers = (exchange.request?.headers ?? []).map { "\($0.name):\(MessageShape.of($0.text))" }
        let type = exchange.response?.header("x-amzn-ErrorType") ?? ""
        answer = MessageShape.of(
            "\(type) \(String(decoding: (exchange.response?.body ?? []).prefix(4_096), as: UTF8.self))")
        message = MessageShape.of(exchange.message ?? "")
        isSigningShown = !exchange.signing.isEmpty
    }
}

/// What a message says apart from what changes with every call.
enum MessageShape {
    /// The message with each word that holds a digit replaced by `#`: times, numbers, ids.
    static func of(_ message: String) -> String {
        message.prefix(2_000).split(whereSeparator: \.isWhitespace)
            .map { word in word.contains(where: \.isNumber) ? "#" : word }
            .joined(separator: " ")
    }
}
