package import Testing

/// The trait of tests that open sockets, start processes or watch the process's own descriptors.
///
/// Swift Testing starts all tests at once. Of those that compute that is right. Hundreds of servers and clients at once
/// are thousands of descriptors, and each waits for its turn behind everything that computes, until limits of time run
/// out. So only a few live tests run at a time, and they go before the others. A test waits for its turn before its time
/// limit begins.
package struct LiveTrait: SuiteTrait, TestTrait, TestScoping {
    /// As many as keep two cores busy while most of them wait for something.
    private static let functions = Permits(6)
    /// The cases of a parameterised test are tests of their own.
    private static let cases = Permits(12)

    @TaskLocal private static var isLive = false

    /// Whether no other live test may run meanwhile.
    let isAlone: Bool

    package var isRecursive: Bool { true }

    package func scopeProvider(for test: Test, testCase: Test.Case?) -> LiveTrait? {
        test.isSuite ? nil : self
    }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable @concurrent () async throws -> Void
    ) async throws {
        if testCase != nil {
            try await Self.cases.holding(1, body)
        } else if Self.isLive {
            // The suite has the trait, and the test too.
            try await body()
        } else {
            try await Self.functions.holding(isAlone ? Self.functions.all : 1) {
                try await Self.$isLive.withValue(true) { try await Self.beforeOthers(body) }
            }
        }
    }

    /// Runs something in tasks of high priority, which the others do not hold up.
    private static func beforeOthers(_ body: @Sendable @concurrent () async throws -> Void) async throws {
        try await withoutActuallyEscaping(body) { body in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask(priority: .high) { try await body() }
                try await group.next()
            }
        }
    }

    /// Records an issue when a test that lacks the trait does what needs it.
    ///
    /// Called by whatever opens sockets or starts processes for a test.
    package static func expect() {
        // A condition that is asked before any test runs is none of them.
        if !isLive, Test.current != nil {
            Issue.record("The test opens sockets or starts processes: it needs the trait .live.")
        }
    }
}

extension Trait where Self == LiveTrait {
    /// The test opens sockets or starts processes.
    package static var live: Self { LiveTrait(isAlone: false) }

    /// No other live test runs meanwhile: this one looks at what the whole process has open, or passes it on.
    package static var liveAlone: Self { LiveTrait(isAlone: true) }
}
