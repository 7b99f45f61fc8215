import Codes
import Diagnosis
import JSONText
import NetworkTerms
import Report
import Testing

@Suite("Connections that fail")
struct NetworkCheckTests {
    private func finding(
        _ failure: NetworkFailure, host: String = "bedrock-runtime.us-east-1.amazonaws.com",
        region: String = "us-east-1"
    ) -> Finding {
        NetworkCheck.finding(
            NetworkFacts(
                outcome: .failed(failure), host: host, port: 443, region: region, message: "curl's \u{1B} words",
                durationMs: 12))
    }

    @Test(
        "each has its code, its page and a next step",
        arguments: [
            (.nameNotResolved, .networkNameUnresolved), (.connectFailed, .networkConnectFailed),
            (.timedOut(.connecting), .networkConnectTimeout), (.timedOut(.waitingForResponse), .networkAnswerTimeout),
            (.tlsFailed, .networkTLSFailed),
            (.certificateNotTrusted(.unknownIssuer), .networkCertificateUntrusted),
            (.certificateNotTrusted(.selfSigned), .networkCertificateUntrusted),
            (.certificateNotTrusted(.expired), .networkCertificateTime),
            (.certificateNotTrusted(.notYetValid), .networkCertificateTime),
            (.certificateNotTrusted(.wrongHost), .networkCertificateWrongHost),
            (.connectionReset, .networkConnectionClosed), (.malformedResponse, .networkAnswerMalformed),
            (.proxyFailed, .networkProxyFailed), (.badProxySetting, .networkProxyMalformed),
            (.certificateAuthoritiesUnusable, .networkCAUnreadable), (.curlFailure(1), .networkFailed),
        ] as [(NetworkFailure, FindingCode)])
    func failures(failure: NetworkFailure, code: FindingCode) {
        let finding = finding(failure)
        #expect(finding.code == code)
        #expect(finding.status == .fail)
        #expect(!finding.remedies.isEmpty)
        #expect(finding.evidence["message"]?.stringValue == "curl's \\u{1B} words")
    }

    @Test("a name that does not resolve in a region without Bedrock is the region's fault")
    func noEndpoint() {
        let finding = finding(
            .nameNotResolved, host: "bedrock-runtime.us-esat-1.amazonaws.com", region: "us-esat-1")
        #expect(finding.code == .regionHasNoEndpoint)
        let run = Invocation(command: "check", arguments: ["check", "--region", "us-esat-1", "--timeout", "5"])
        #expect(finding.remedies.first?.step?.command(in: run) == "doctor check --region us-east-1 --timeout 5")
    }

    @Test("a host of one's own that does not resolve is not")
    func ownHost() {
        #expect(finding(.nameNotResolved, host: "gw.example", region: "us-esat-1").code == .networkNameUnresolved)
    }

    @Test("a hostile host never reaches a command unquoted")
    func hostileHost() {
        for failure in [NetworkFailure.connectFailed, .tlsFailed, .certificateNotTrusted(.other)] {
            for remedy in finding(failure, host: "x; rm -rf ~").remedies {
                #expect(
                    remedy.command?.contains("x; rm -rf ~") != true || remedy.command?.contains("'x; rm -rf ~'") == true
                )
            }
        }
    }

    @Test("an answer is a pass with its times")
    func reachable() {
        let finding = NetworkCheck.finding(
            NetworkFacts(
                outcome: .answered(
                    NetworkFacts.Timings(nameLookup: 1.04, connect: 2, tls: 30, firstByte: 85.6, httpVersion: "HTTP/2")),
                host: "h", port: 443, region: "us-east-1", durationMs: 86))
        #expect(finding.code == .networkReachable)
        #expect(finding.status == .pass)
        #expect(finding.evidence["nameLookupMs"]?.numberValue?.double == 1)
        #expect(finding.evidence["firstByteMs"]?.numberValue?.double == 85.6)
    }
}

@Suite("Files of trusted certificates")
struct TrustCheckTests {
    @Test(
        "each state has its finding",
        arguments: [
            (TrustFile.State.missing, .networkCAMissing),
            (.unreadable(reason: "Permission denied"), .networkCAUnreadable),
            (.notPEM, .networkCANotPEM), (.certificates(count: 2), .networkCABundle),
        ] as [(TrustFile.State, FindingCode)])
    func states(state: TrustFile.State, code: FindingCode) {
        let facts = EnvironmentFacts(
            variables: EnvironmentCase.with([:]),
            trustFiles: [
                TrustFile(variable: "SSL_CERT_FILE", path: "/other.pem", state: .missing),
                TrustFile(variable: "AWS_CA_BUNDLE", path: "/ca.pem", state: state),
            ],
            now: EnvironmentCase.now)
        let findings = facts.diagnosis.findings.filter { $0.code.spelling.hasPrefix("network-ca-") }
        let first = findings.first { $0.evidence["variable"]?.stringValue == "AWS_CA_BUNDLE" }
        #expect(first?.code == code)
        #expect(first?.status == (code == .networkCABundle ? .pass : .fail))
        // The other one is not in effect, so its absence fails nothing here.
        #expect(findings.contains { $0.code == .networkCAMissing && $0.status == .warn })
    }
}
