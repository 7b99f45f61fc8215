import Catalog
import Codes
import Evidence
import Report
import SigV4
import WireText

/// Clocks, and the date, region and service of the credential scope: refusals by the layer before the service, the same for
/// every model.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html>.
extension ErrorCause {
    static let scopes = list {
        ErrorCause(
            .clockSkewExpired, .credentials,
            types: [TypeHint(.requestExpired, 80), TypeHint(.requestTimeTooSkewed, 80, also: .clockSkewFuture)],
            rules: [
                .peculiar("signature expired earlier"),
                .peculiar("signature expired", none: ["bearer", "presigned"]),
                .fitting("difference request|between time current|server", also: [.clockSkewFuture]),
                .fitting("request time too skewed", also: [.clockSkewFuture]),
                .fitting("clock|time skew|skewed", none: ["signature expired"], also: [.clockSkewFuture]),
                .fitting("request has|is expired", none: ["token", "sso", "session"], types: [.requestExpired]),
                .fitting(
                    "request reached service|more 15|5 minutes after|past date|time",
                    types: [.requestExpired, .requestTimeTooSkewed], also: [.clockSkewFuture]),
            ]
        ) { call in
            call.clock
        }
        ErrorCause(
            .clockSkewFuture, .credentials,
            rules: [
                .peculiar("signature not yet current|valid"),
                .peculiar("signature still later than"),
            ]
        ) { call in
            call.clock
        }
        ErrorCause(
            .credentialScopeDate, .credentials,
            rules: [
                .peculiar("date credential scope not|doesnt match"),
                .fitting("credential scope date", none: ["terminator"]),
                .peculiar("invalid credential date"),
            ]
        ) { call in
            Remedy(
                """
                The date in the credential scope is not the day of X-Amz-Date: use UTC, and derive a new signing key each day.
                """,
                .doctor(call.sign))
        }
        ErrorCause(
            .wrongScopeRegion, .credentials,
            rules: [
                .peculiar("credential|scope scoped|valid|correct region", none: ["date"]),
                .peculiar("region wrong expecting"),
                .fitting(
                    "signed|scope|scoped|signing region", "wrong|not|expected|mismatch|invalid", none: ["canonical"]),
            ]
        ) { call in
            call.scopeRegion
        }
        ErrorCause(
            .wrongScopeService, .credentials,
            rules: [
                .peculiar("credential|scope scoped|correct service", none: ["region", "consult", "valid"]),
                // S3's words for the same.
                .peculiar("incorrect service endpoint belongs"),
            ]
        ) { call in
            call.scopeService
        }
    }
}

extension FailedCall {
    /// What stands in quotes behind some words.
    private func quoted(behind words: String) -> String? {
        guard let found = message.firstRange(of: words) else { return nil }
        let name = message[found.upperBound...].drop { " '\"".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return name.isEmpty ? nil : String(name)
    }

    /// Whether what was called signs for all regions at once.
    var isOfVersion4A: Bool {
        let around = (answer.surroundings + text).lowercased()
        return ["keyvaluestore", ".mrap.", "multi-region access point"].contains(where: around.contains)
    }

    fileprivate var scopeRegion: [Remedy] {
        let around = (answer.surroundings + text).lowercased()
        if isOfVersion4A {
            return [
                Remedy(
                    """
                    This service is global and takes Signature Version 4A (SigV4A) only, which signs for all regions: install and import \
                    the SDK's package for it (JavaScript: @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a; Python: botocore[crt]; \
                    Java: aws-crt).
                    """)
            ]
        }
        if let area = SellingPartnerHost.area(in: around) {
            return [
                Remedy(
                    """
                    The host that was called is the Selling Partner API's for \(area.name), and its requests are signed for \(area.region) (na: us-east-1, \
                    eu: eu-west-1, fe: us-west-2): set the signer's region to \(area.region), or call the host of the continent where the \
                    marketplace is. IAM users belong to no region, and nothing is to be enabled.
                    """),
                Remedy(
                    "Since October 2023 the Selling Partner API needs no AWS signature: a current library sends x-amz-access-token alone."
                ),
            ]
        }
        if let label = HostLabel(shown, signed: details.signedRegion) {
            return [label.remedy]
        }
        let signed = details.signedRegion.map { " \(PrintableText.escaped($0))," } ?? ""
        if let expected = quoted(behind: "expecting ") {
            return [
                Remedy(
                    """
                    The request was signed for\(signed) and the bucket is in \(expected): set the client's region to \(expected), in \
                    lower case with hyphens.
                    """)
            ]
        }
        if message.contains("valid region, not ''") {
            return [
                Remedy(
                    """
                    The request was signed for a region without a name: the program has none. Give the client a region, the one of the \
                    endpoint: in its own settings, in the profile, or as AWS_REGION (AWS_DEFAULT_REGION for boto3).
                    """,
                    env)
            ]
        }
        var remedies: [Remedy] = []
        if message.contains("correct service"), let service = quoted(behind: "correct service: ") {
            remedies.append(
                Remedy(
                    """
                    Two parts of the credential scope are wrong: set the signer's service to \(service), and its region to the one in \
                    which the endpoint is. A domain of your own tells neither, so both must be set by hand.
                    """))
        }
        if let host = globalHost {
            remedies.append(
                Remedy(
                    """
                    \(PrintableText.escaped(host)) serves every region, and its signatures are for us-east-1 (us-gov-west-1 and \
                    cn-north-1 in the other partitions): set the signer's region to us-east-1 for this service\
                    \(host.hasPrefix("sts.") ? ", or call a regional host of STS" : "").
                    """))
            return remedies
        }
        if let told = ScopeOfClient(self).ownRegion { return remedies + [told] }
        if let set = ScopeOfClient(self).setRegionOnly { return remedies + [set] }
        let host = answer.region.flatMap { $0 == details.signedRegion ? nil : $0 }
        remedies.append(
            Remedy(
                """
                The request was signed for\(signed) a region that is not the endpoint's\(host.map { " (\($0))" } ?? ""). Make region and \
                endpoint agree: set the signer's region to the one of the host that is called. Hosts without a region (IAM, Route 53, \
                CloudFront, sts.amazonaws.com) are signed for us-east-1, and in other partitions for us-gov-west-1 or cn-north-1.
                """,
                env))
        return remedies
    }

    /// The host that was called, where it is one of AWS's that serves all regions.
    private var globalHost: String? {
        guard let origin = details.origin, let mark = origin.firstRange(of: "://") else { return nil }
        let host = String(origin[mark.upperBound...].prefix { $0 != ":" })
        guard let name = AWSHostName(host), name.region == nil, host.hasSuffix(".amazonaws.com") else { return nil }
        return host
    }

    /// The signing name that the service asks for, or that of the host that was called.
    var wantedService: String? {
        quoted(behind: "correct service: ") ?? quoted(behind: "endpoint belongs to ")
            ?? answer.service.map(SigningName.of)
    }

    fileprivate var scopeService: [Remedy] {
        guard let name = wantedService else {
            return [
                Remedy(
                    """
                    Set the signer's service to the signing name of the service that you call; it is often not the first part of the \
                    host's name.
                    """)
            ]
        }
        if name == "bedrock" {
            if let told = ScopeOfClient(self).withoutField { return [told] }
            return [
                Remedy.advice(
                    """
                    The signing name of all Bedrock endpoints (bedrock-runtime, bedrock-agent-runtime and the others) is bedrock: set \
                    the signer's service to bedrock, whatever the host's name says.
                    """,
                    .doctor(sign))
            ]
        }
        if let told = ScopeOfClient(self).otherService(than: name) { return [told] }
        if let set = ScopeOfClient(self).setService(name) { return [set] }
        return [
            Remedy(
                """
                The service wants the signing name \(name) in the credential scope: set the signer's service (a signing proxy's or \
                client's option of that name) to \(name), whatever the host's name says.
                """)
        ]
    }

    fileprivate var clock: [Remedy] {
        let skew = details.times?.skewInWords.map { words in
            let window = details.times?.windowMinutes.map { " (\($0) minutes are allowed)" } ?? ""
            return "By the server's clock the signed time is \(words)\(window). "
        }
        let step = DoctorStep("clock", regionName.map { [.region($0)] } ?? [])
        if let date = SignedDate(shown), date.isUnset {
            return [
                Remedy(
                    """
                    The request is signed for \(date.signed.amzDate.prefix(4)): the clock of the device or machine that signs was never set. Let the device get the time \
                    (SNTP, NTP) and wait for it before anything is signed; a router or firewall that blocks port 123 does this, too. Keys and \
                    policies are not the cause.
                    """)
            ]
        }
        if let midnight {
            return [midnight, Remedy.advice("If the time was meant so, measure the clock.", .doctor(step))]
        }
        let around = shown
        let measure = Remedy.advice(
            isAhead
                ? """
                \(skew ?? "")Measure the clock of the machine that made the call, in UTC (date -u): no delay on the way makes a time of the future, so that clock is wrong, or its time zone.\(wholeHours)
                """
                : """
                \(skew ?? "")Measure the clock of the machine that made the call.\(wholeHours) If it is right, the request was signed \
                long before it was sent: sign last, and sign again for every retry.
                """,
            .doctor(step))
        if let slow = slowUpload { return [slow, measure] }
        // A clock that is known to stand still is not the one that a command here would measure.
        if let stopped = SceneClock.stopped(scene, text: around) { return stopped + [measure] }
        return [measure] + (SceneClock.remedies(scene, text: around) ?? [Remedy.advice("Set the clock.", .setClock)])
    }

    /// A signed time that is a midnight to the second: a day without a time of day, and hardly a clock.
    private var midnight: Remedy? {
        guard let times = details.times, times.signed % 86_400 == 0, let skew = times.skewSeconds, abs(skew) > 60 else {
            return nil
        }
        return Remedy(
            """
            Give the signer date and time in UTC, and not the day alone: the signed time ends in T000000Z, which is midnight to the second. Who makes it from a date, or formats it with the hours left out, gets through only in the minutes around midnight. The \
            clock need not be wrong for that.
            """)
    }

    /// Whether the signed time is one of the server's future.
    private var isAhead: Bool {
        details.times?.skewSeconds.map { $0 > 0 } ?? words.has("signature not yet current|valid")
    }

    /// A difference of whole hours, which no clock comes to by drifting.
    private var wholeHours: String {
        guard let skew = details.times?.skewSeconds, abs(skew) > 3_000 else { return "" }
        let hours = (abs(skew) + 1_800) / 3_600
        guard abs(abs(skew) - hours * 3_600) <= 120, hours < 15 else { return "" }
        return
            " The difference is \(hours) \(hours == 1 ? "hour" : "hours") almost to the minute, as where the clock was turned by hand for a time zone or daylight saving: set the zone instead, and let NTP keep UTC."
    }
}
