import Codes
import Evidence
import Report
import SigV4
import SignatureForensics
import WireText

/// The request that an input shows, as the options of `doctor sign` that make it again: what a right signer makes of that very
/// request is what can be compared with the client's, line by line.
struct OwnRequest {
    private let settings: [DoctorStep.Setting]

    /// The same for a request whose scope is the fault: with the service and the region of the host that was called.
    private let corrected: [DoctorStep.Setting]

    /// Reads a call; `nil` where neither the request nor anybody's text of it is shown.
    init?(_ exchange: ObservedExchange, accounts: SignedAccounts?) {
        let shown = [accounts?.client, accounts?.server].lazy.compactMap { $0?.canonicalRequest.sections }.first
        guard let method = exchange.request?.method ?? shown?.method, let target = Self.target(exchange, shown?.path),
            let host = exchange.request.flatMap({ $0.header("host") ?? $0.host }) ?? shown.flatMap(Self.host)
        else { return nil }
        var settings: [DoctorStep.Setting] = []
        if let path = RuntimePath(Array(target.utf8)), path.operation == "Converse", method == "POST",
            let model = path.model
        {
            settings.append(.model(model))
            if target.contains("%3A") { settings.append(.option("--colon", "encoded")) }
        } else {
            settings += [.option("--method", method), .option("--target", target)]
        }
        let scope = Self.scope(exchange, accounts)
        // S3 has a form of the path of its own.
        if scope?.service == "s3" { return nil }
        let isRuntime = host.hasPrefix("bedrock-runtime.") && host.hasSuffix(".amazonaws.com")
        var behind: [DoctorStep.Setting] = []
        if !isRuntime, Self.isHost(host) {
            behind.append(.option("--endpoint-url", "\(Self.isLocal(host) ? "http" : "https")://\(host)"))
        }
        let time = Self.time(exchange, accounts).map { [DoctorStep.Setting.option("--time", $0)] } ?? []
        func whole(_ service: String?, _ region: String?) -> [DoctorStep.Setting] {
            let named = service.flatMap { $0 == "bedrock" ? nil : [DoctorStep.Setting.option("--service", $0)] } ?? []
            return settings + named + behind + (region.map { [.region($0)] } ?? []) + time
        }
        let called = AWSHostName(String(host.prefix { $0 != ":" }))
        self.settings = whole(scope?.service, scope?.region)
        corrected = whole(called.map { SigningName.of($0.service) } ?? scope?.service, called?.region ?? scope?.region)
    }

    /// A finding whose commands that sign anything sign this request.
    func signed(_ finding: Finding) -> Finding {
        var finding = finding
        finding.remedies = finding.remedies.map { remedy in
            guard case .doctor(let step)? = remedy.step, step.command == "sign" else { return remedy }
            var own = remedy
            own.step = .doctor(DoctorStep("sign", Self.ofScope.contains(finding.code) ? corrected : settings))
            return own
        }
        return finding
    }

    /// Causes that a command with the client's own scope would only repeat.
    private static let ofScope: Set<FindingCode> = [.scopeService, .scopeRegion, .wrongScopeService, .wrongScopeRegion]

    // MARK: Parts

    /// Path and query as sent, without a query that holds a secret or a signature; of a canonical path what it was sent as.
    private static func target(_ exchange: ObservedExchange, _ canonical: String?) -> String? {
        guard let target = exchange.request?.target else {
            // A text that is shown is encoded once more than the path was sent, where its signer is right.
            return canonical.map { $0.replacing("%25", with: "%") }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let whole = String(decoding: target, as: UTF8.self)
        let isSecret = whole.contains("Signature=") || Redaction.redacted(target: target) != whole
        let text = isSecret ? String(whole.prefix { $0 != "?" }) : whole
        return text.hasPrefix("/") && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
    }

    private static func host(_ sections: CanonicalRequest.Sections) -> String? {
        sections.headers.first { $0.lowercased().hasPrefix("host:") }.map { String($0.dropFirst(5)) }
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-.:".utf8.contains($0) }
    }

    private static func isLocal(_ host: String) -> Bool {
        ["localhost", "127.", "10.", "192.168."].contains { host.hasPrefix($0) }
    }

    /// Region and service of the credential scope, in the header or in somebody's string to sign.
    private static func scope(_ exchange: ObservedExchange, _ accounts: SignedAccounts?) -> (
        region: String, service: String
    )? {
        var texts = [accounts?.client, accounts?.server].compactMap { $0?.stringToSign?.bytes }
            .map { String(decoding: $0, as: UTF8.self) }
        if let header = exchange.request?.header("authorization") { texts.insert(header, at: 0) }
        for text in texts {
            guard let end = text.firstRange(of: "/aws4_request") else { continue }
            let parts = text[..<end.lowerBound].suffix(200).split(separator: "/")
            guard parts.count >= 3 else { continue }
            let (region, service) = (parts[parts.count - 2], parts[parts.count - 1])
            let isPlain = (region + service).utf8.allSatisfy {
                $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-")
            }
            if isPlain, !region.isEmpty, !service.isEmpty { return (String(region), String(service)) }
        }
        return nil
    }

    /// The time that was signed, of the form `20260131T120000Z`.
    private static func time(_ exchange: ObservedExchange, _ accounts: SignedAccounts?) -> String? {
        let lines = [accounts?.client, accounts?.server].lazy.compactMap {
            $0?.stringToSign.map { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
        }.first
        let time = exchange.request?.header("x-amz-date") ?? lines.flatMap { $0.count > 1 ? String($0[1]) : nil }
        return time.flatMap { SigningTime(amzDate: $0) == nil ? nil : $0 }
    }
}
