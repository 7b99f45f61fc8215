import Codes
import Diagnosis
import SigV4
import Synchronization
import Testing

@testable import doctor

/// The credentials of one account over the time of a long run.
@Suite struct TargetCredentialsTests {
    private static let original = SigningCredentials(accessKeyID: "AKIAORIGINAL", secretAccessKey: "s")
    private static let role = AccountTarget.Role(arn: "arn:aws:iam::111122223333:role/Probe")

    /// STS, with a clock: it counts, and remembers who asked.
    private final class Service: Sendable {
        struct State {
            var now: Int64 = 1000
            var askedBy: [String] = []
            var fails = false
        }

        let state = Mutex(State())

        func assume(
            _ role: AccountTarget.Role, _ keys: SigningCredentials
        ) -> Result<AssumedSession, CredentialFault>? {
            state.withLock { state in
                state.askedBy.append(keys.accessKeyID)
                if state.fails { return .failure(CredentialFault(.roleDenied, "no")) }
                return .success(
                    AssumedSession(
                        credentials: SigningCredentials(
                            accessKeyID: "ASIASESSION\(state.askedBy.count)", secretAccessKey: "x", sessionToken: "t"),
                        expiration: state.now + 3600))
            }
        }
    }

    private func credentials(_ service: Service) -> TargetCredentials {
        TargetCredentials(
            role: Self.role, original: .success(Self.original), now: { service.state.withLock { $0.now } },
            assume: { service.assume($0, $1) })
    }

    private func keyID(_ outcome: TargetCredentials.Outcome) -> String? { try? outcome?.get().accessKeyID }

    @Test func `a role is assumed once for many calls at once`() async {
        let service = Service()
        let credentials = credentials(service)
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<50 { group.addTask { keyID(await credentials.current()) } }
            for await id in group { #expect(id == "ASIASESSION1") }
        }
        #expect(service.state.withLock { $0.askedBy } == ["AKIAORIGINAL"])
    }

    @Test func `a session is renewed before it expires, always with the original credentials`() async {
        let service = Service()
        let credentials = credentials(service)
        var ids: [String?] = []
        for seconds in [0, 3500, 3541, 7000, 7200, 20_000] as [Int64] {
            service.state.withLock { $0.now = 1000 + seconds }
            ids.append(keyID(await credentials.current()))
        }
        #expect(
            ids == ["ASIASESSION1", "ASIASESSION1", "ASIASESSION2", "ASIASESSION2", "ASIASESSION3", "ASIASESSION4"])
        #expect(Set(service.state.withLock { $0.askedBy }) == ["AKIAORIGINAL"])
    }

    @Test func `what is still good serves to its end when STS fails, and a refused role is not asked for again`() async
    {
        let service = Service()
        let credentials = credentials(service)
        _ = await credentials.current()
        service.state.withLock {
            $0.fails = true
            $0.now = 1000 + 3590
        }
        #expect(keyID(await credentials.current()) == "ASIASESSION1")
        service.state.withLock { $0.now = 1000 + 3600 }
        for _ in 0..<3 {
            guard case .failure(let fault)? = await credentials.current() else {
                Issue.record("an expired session was given")
                return
            }
            #expect(fault.code == .roleDenied)
        }
        #expect(service.state.withLock { $0.askedBy.count } == 3)
    }

    @Test func `an account without a role signs with its own pair, and STS is not asked`() async {
        let service = Service()
        let credentials = TargetCredentials(
            role: nil, original: .success(Self.original), now: { 0 }, assume: { service.assume($0, $1) })
        #expect(keyID(await credentials.current()) == "AKIAORIGINAL")
        #expect(service.state.withLock { $0.askedBy }.isEmpty)
    }
}
