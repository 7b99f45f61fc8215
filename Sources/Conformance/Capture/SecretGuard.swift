import Recordings

/// Looks for known secrets in what is to be written.
///
/// Redaction finds secrets by their labels and forms. The credentials of this very run are known besides, so nothing that
/// holds one of them passes, whatever stands around it.
struct SecretGuard: Sendable {
    /// Shorter values would be found in any text.
    private static let shortest = 16
    private let secrets: [[UInt8]]

    init(_ secrets: [String]) { self.secrets = secrets.map { Array($0.utf8) }.filter { $0.count >= Self.shortest } }

    /// Whether a secret stands anywhere in the exchange.
    func finds(in exchange: Exchange) -> Bool {
        guard !secrets.isEmpty else { return false }
        let (request, response) = (exchange.request, exchange.response)
        var texts = [Array(request.target.utf8), request.body.wireBytes, response.body.wireBytes]
        for header in request.headers + response.headers { texts.append(Array(header.value.utf8)) }
        return texts.contains { text in secrets.contains { Self.contains(text.span, $0.span) } }
    }

    private static func contains(_ text: borrowing Span<UInt8>, _ secret: borrowing Span<UInt8>) -> Bool {
        guard text.count >= secret.count else { return false }
        let first = secret[0]
        for start in 0...(text.count - secret.count) where text[start] == first {
            var place = 1
            while place < secret.count, text[start + place] == secret[place] { place += 1 }
            if place == secret.count { return true }
        }
        return false
    }
}
