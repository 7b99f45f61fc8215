import Catalog
import ConverseAPI
import Testing

@testable import SignatureForensics

/// Regions stand twice: in the catalog, and among those that the search for a signing mistake tries, which cannot import it.
@Suite struct RegionListTests {
    @Test func `the search tries every region in which a public account may call Bedrock`() {
        let partitions: Set = [Partition.commercial.id, Partition.govCloud.id]
        let callable = RegionCatalog.all.filter {
            $0.hasBedrockRuntime && partitions.contains(Partition.containing(region: $0.name).id)
        }
        #expect(callable.count > 30)
        #expect(Set(callable.map(\.name)).subtracting(AWSRegions.all).isEmpty)
    }

    @Test func `the search tries no region that the catalog does not know`() {
        #expect(Set(AWSRegions.all).subtracting(RegionCatalog.all.map(\.name)).isEmpty)
    }
}
