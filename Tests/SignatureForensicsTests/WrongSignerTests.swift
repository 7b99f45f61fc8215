import Codes
import Dispatch
import SigV4
import SignatureForensics
import TestSupport
import Testing
import WireText

/// Signers that are wrong on purpose, and whether the examination tells what is wrong with them.
@Suite("Wrong signers")
struct WrongSignerTests {
    private static func findings(_ base: TestRequest, _ request: SignableRequest, budget: Int = 60_000)
        -> [CauseFinding]
    {
        SignatureExaminer(budget: budget).examine(
            ForensicCase(
                request: request, credentials: [base.credentials], regions: ["us-east-1"],
                receivedAt: TestRequest.time.advanced(bySeconds: 1))
        ).findings
    }

    @Test(
        "without a mistake, the signer agrees with the library's, and nothing is found", arguments: TestRequest.allCases
    )
    func rightSigner(base: TestRequest) throws {
        let signer = base.signer
        let request = signer.request()
        var unsigned = request
        unsigned.headers.removeAll { $0.isNamed("authorization") || $0.isNamed("x-amz-security-token") }
        let signed = try Signer().sign(
            unsigned,
            SigningParameters(
                credentials: base.credentials, region: "us-east-1", service: "bedrock", time: TestRequest.time))
        let expected = signed.headers.first { $0.isNamed("authorization") }
        #expect(request.headers.last?.text == expected?.text)
        #expect(Self.findings(base, request).map(\.cause) == [])
    }

    private struct Trial {
        let base: TestRequest
        let wrong: [WrongSigner]
        let request: SignableRequest

        var words: String {
            "\(base.rawValue): " + wrong.map { "\($0.cause) (\($0.words))" }.joined(separator: " and ")
        }
    }

    /// Every mistake on every request on which it has an effect.
    private static let singles = WrongSigner.all.flatMap { wrong in
        TestRequest.allCases.compactMap { base in
            WrongSigner.request(base, [wrong]).map { Trial(base: base, wrong: [wrong], request: $0) }
        }
    }

    /// A sample of two mistakes in different sections, the same in every run.
    private static let pairs: (trials: [Trial], leftOut: Int) = {
        var random = SplitMix64(seed: 7)
        var trials: [Trial] = []
        var leftOut = 0
        while trials.count < 60 {
            guard let one = WrongSigner.all.randomElement(using: &random),
                let other = WrongSigner.all.randomElement(using: &random),
                let base = TestRequest.allCases.randomElement(using: &random)
            else { break }
            guard one.section != other.section, !one.leavesNoTrace, !other.leavesNoTrace else { continue }
            guard let request = WrongSigner.request(base, [one, other]) else {
                leftOut += 1
                continue
            }
            trials.append(Trial(base: base, wrong: [one, other], request: request))
        }
        return (trials, leftOut)
    }()

    private struct Outcome {
        let trial: Trial
        let codes: [FindingCode]
        let verdict: Verdict

        init(_ trial: Trial, budget: Int) {
            let findings = WrongSignerTests.findings(trial.base, trial.request, budget: budget)
            self.trial = trial
            codes = findings.map(\.cause)
            verdict = Verdict(findings, trial.wrong)
        }
    }

    /// Where the examinations run: they take a processor for long, and in the pool of tasks they would keep the tests beside
    /// them from running.
    private static let queue = DispatchQueue(label: "wrong signers", qos: .utility)

    private static func away<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }

    private static let singleOutcomes = Task { await away { singles.map { Outcome($0, budget: 60_000) } } }

    /// Prints the shares and what was not named right, and returns the shares in percent.
    private static func summary(
        _ title: String, _ outcomes: [Outcome], leftOut: Int
    ) -> (right: Double, wrong: Double) {
        func share(_ verdict: Verdict) -> Double {
            let count = outcomes.count { $0.verdict == verdict }
            return (Double(count * 1000) / Double(max(outcomes.count, 1))).rounded() / 10
        }
        print(
            "\(title): \(outcomes.count) requests, \(share(.right)) % named right, \(share(.wrong)) % named wrong, "
                + "\(share(.unnamed)) % unnamed; \(leftOut) without effect left out")
        for outcome in outcomes where outcome.verdict != .right {
            print("  \(outcome.verdict.rawValue): \(outcome.trial.words): \(outcome.codes)")
        }
        return (share(.right), share(.wrong))
    }

    @Test("a cause is named first on every request that shows it", arguments: Set(WrongSigner.all.map(\.cause)))
    func singleMistake(cause: FindingCode) async {
        for outcome in await Self.singleOutcomes.value where outcome.trial.wrong[0].cause == cause {
            #expect(outcome.verdict == .right, "\(outcome.trial.words): \(outcome.codes)")
        }
    }

    @Test("every mistake has an effect on some request")
    func coverage() {
        let shown = Set(Self.singles.flatMap(\.wrong).map(\.words))
        #expect(WrongSigner.all.map(\.words).filter { !shown.contains($0) } == [])
    }

    @Test("of single mistakes, 95 % are named right and 2 % wrong at most")
    func singleShares() async {
        let all = WrongSigner.all.count * TestRequest.allCases.count
        let shares = Self.summary(
            "single mistakes", await Self.singleOutcomes.value, leftOut: all - Self.singles.count)
        #expect(shares.right >= 95)
        #expect(shares.wrong <= 2)
    }

    @Test("of pairs of mistakes, 90 % are named right and 2 % wrong at most")
    func pairShares() async {
        let (trials, leftOut) = Self.pairs
        let outcomes = await Self.away { trials.map { Outcome($0, budget: 900_000) } }
        let shares = Self.summary("pairs of mistakes", outcomes, leftOut: leftOut)
        #expect(shares.right >= 90)
        #expect(shares.wrong <= 2)
    }
}
