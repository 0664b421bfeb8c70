import Foundation
import Persistence
import ServiceConfiguration
import ServiceHost
import VoiceCore

/// What voice keeps: audio as files, everything else in its SQLite database.
package struct StoragePlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.storage" }

  package var provides: [AnyPortKey] {
    [
      PortKey<any BlobStore>.blobStore.any, PortKey<WorkFolder>.workFolder.any,
      PortKey<InstallationID>.installationID.any, PortKey<any CloneStore>.cloneStore.any,
      PortKey<any DeletionQueue>.deletionQueue.any, PortKey<any SampleStore>.sampleStore.any,
      PortKey<any NoteStore>.noteStore.any, PortKey<any RecordingStore>.recordingStore.any,
    ]
  }

  package var migrations: [Migration] { StorageMigrations.all }

  package func configure(_ variables: VariableReader) -> StorageConfiguration { StorageConfiguration(variables) }

  package func assemble(_ settings: StorageConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let folder = assembly.common.dataDirectory
    assembly.provide(.blobStore, try Self.blobs("\(folder)/audio", SealingKey(secret: settings.secret)))
    assembly.provide(.workFolder, try Self.emptyWorkFolder("\(folder)/audio/work"))
    let database = try assembly.database()
    assembly.provide(.installationID, try await InstallationRow.read(database))
    assembly.provide(.cloneStore, GRDBCloneStore(database))
    assembly.provide(.deletionQueue, GRDBDeletionQueue(database))
    assembly.provide(.sampleStore, GRDBSampleStore(database))
    assembly.provide(.noteStore, GRDBNoteStore(database))
    assembly.provide(.recordingStore, GRDBRecordingStore(database))
    return Contributions()
  }

  private static func blobs(_ root: String, _ key: SealingKey) throws -> SealedBlobStore {
    let files = try FileBlobStore(root: root)
    try SealingKeyMark.check(key, in: root)
    return SealedBlobStore(files, key: key)
  }

  private static func emptyWorkFolder(_ path: String) throws -> WorkFolder {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return WorkFolder(path: path)
  }
}
