import Catalog
import Testing

@testable import SignatureForensics

@Suite struct RegionListTests {
    @Test func `the search tries every region that the catalog has and a request can come from`() {
        let isolated = RegionCatalog.all.map(\.name).filter { $0.contains("-iso") }
        #expect(Set(AWSRegions.all) == Set(RegionCatalog.all.map(\.name)).subtracting(isolated))
        #expect(Set(AWSRegions.all).count == AWSRegions.all.count)
    }
}
