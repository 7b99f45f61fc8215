import Evidence
import WireText

/// What a paste tells of the port of the host that is signed.
///
/// Host holds the port that is not the scheme's own (RFC 9110, 7.2), and the signature covers Host as it arrives.
extension MismatchClues {
    /// A port that stands in the Host that is sent and not in the one that is signed, or the other way round.
    var portOfHost: String? {
        if let port = sentPort, port == "443" || port == "80" {
            return """
                Leave the port out of Host: \(port) is the scheme's own, HTTP clients leave it out, and whoever signs signs the host without it. Use a version of the client that does (or set the header Host to the name alone), or sign the \
                host with :\(port) where it is sent so.
                """
        }
        guard let port = toldPort else { return nil }
        return """
            Sign the Host that is sent: a client that connects to port \(port) sends the name with :\(port), and the signature has the name alone. Let the tunnel or proxy listen on 443, give the signer the host with its port, or set the header \
            Host of the request to the name that is signed, in a version of the client that has an option for it. Key and secret are not in question.
            """
    }

    /// The port in a header line `Host: name:443`.
    private var sentPort: Substring? {
        let lower = text.prefix(32_768).lowercased()
        for mark in lower.ranges(of: "host:").prefix(16) {
            let value = lower[mark.upperBound...].drop { " \"'".contains($0) }
            let name = value.prefix { $0.isLetter || $0.isNumber || "-.".contains($0) }
            guard name.contains("."), value[name.endIndex...].hasPrefix(":") else { continue }
            let port = value[name.endIndex...].dropFirst().prefix(while: \.isNumber)
            if (2...5).contains(port.count) { return Substring(String(port)) }
        }
        return nil
    }

    /// The port of a sentence that tells of the host that is signed without it.
    private var toldPort: Substring? {
        let words = WordText(text.prefix(16_384))
        let isTold =
            words.has(all: ["host|url|hostname", "port", "sign|signed|signing|signer|signs|signature"])
            && (words.has("without port|port") || words.has("not|doesnt include|contain|have port")
                || words.has("missing|omits|ignores|drops|strips port") || words.has("without a|the port"))
        guard isTold else { return nil }
        let lower = text.prefix(16_384).lowercased()
        let numbers = lower.ranges(of: "port").prefix(24).compactMap { mark -> Substring? in
            let digits = lower[mark.upperBound...].drop { " ()e.g,:=of`_".contains($0) }.prefix(while: \.isNumber)
            return (2...5).contains(digits.count) && digits != "443" ? Substring(String(digits)) : nil
        }
        if let number = numbers.first { return number }
        let tokens = lower.split { !$0.isNumber && $0 != ":" }.filter {
            $0.hasPrefix(":") && $0.count > 3 && $0.count < 7
        }
        return tokens.first.map { Substring(String($0.dropFirst())) }
    }
}
