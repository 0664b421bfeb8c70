import PerformCore
import ServiceClients

/// The clients of the other services are these ports as they stand.
extension BillingClient: Charges {}

extension VoiceClient: Voices {}

extension VoiceClient: Notes {}
