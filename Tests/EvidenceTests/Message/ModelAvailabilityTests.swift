import Testing

@testable import Evidence

/// The answer to GetFoundationModelAvailability, as people paste it.
@Suite struct ModelAvailabilityTests {
    @Test(arguments: [
        (
            """
            {"modelId": "x.y-v1:0", "agreementAvailability": {"status": "AVAILABLE"}, "authorizationStatus": "AUTHORIZED",
             "entitlementAvailability": "AVAILABLE", "regionAvailability": "AVAILABLE"}
            """, true
        ),
        (
            """
            agreementAvailability was NOT_AVAILABLE before; now:
            agreementAvailability   AVAILABLE
            authorizationStatus     AUTHORIZED
            entitlementAvailability AVAILABLE
            """, true
        ),
        (
            #"{"agreementAvailability": {"status": "NOT_AVAILABLE"}, "authorizationStatus": "AUTHORIZED", "entitlementAvailability": "AVAILABLE"}"#,
            false
        ),
        ("authorizationStatus AUTHORIZED", false),
    ])
    func `gates are open where the last word of each says so`(text: String, isOpen: Bool) throws {
        #expect(try #require(ModelAvailability(in: text)).isOpen == isOpen)
    }

    @Test func `a text without them shows none`() { #expect(ModelAvailability(in: "AVAILABLE, AUTHORIZED") == nil) }
}
