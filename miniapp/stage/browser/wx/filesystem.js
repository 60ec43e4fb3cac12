import { asyncCalls, WxFail } from './calls.js';
import { filePaths, getFile, putFile, putTemporary, removeFile, userDir } from './files.js';

const extensionOf = (path) => /\.(\w+)$/.exec(path)?.[1] ?? 'bin';

function keep({ tempFilePath, filePath }) {
  const path =
    filePath ?? `wxfile://store_${crypto.randomUUID().replaceAll('-', '')}.${extensionOf(tempFilePath)}`;
  putFile(path, getFile(tempFilePath));
  return { savedFilePath: path };
}

function writable(path) {
  if (!path?.startsWith(`${userDir}/`)) throw new WxFail(`permission denied, open ${path}`);
}

const encoded = (bytes, encoding) => {
  if (!encoding) return bytes.buffer;
  if (encoding === 'base64') return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
  if (encoding === 'hex') return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return new TextDecoder().decode(bytes);
};

const toBlob = (data, encoding) =>
  encoding === 'base64' ? new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]) : new Blob([data]);

/** The parts of FileSystemManager that a mini-program with photos and drafts uses. */
const manager = {
  ...asyncCalls({
    saveFile: keep,
    access: ({ path }) => void getFile(path),
    unlink: ({ filePath }) => removeFile(filePath),
    removeSavedFile: ({ filePath }) => removeFile(filePath),
    mkdir: ({ dirPath }) => writable(dirPath),
    getFileInfo: ({ filePath }) => ({ size: getFile(filePath).size }),
    getSavedFileList: () => ({ fileList: savedFiles() }),
    copyFile({ srcPath, destPath }) {
      writable(destPath);
      putFile(destPath, getFile(srcPath));
    },
    writeFile({ filePath, data, encoding }) {
      writable(filePath);
      putFile(filePath, toBlob(data, encoding));
    },
    async readFile({ filePath, encoding }) {
      return { data: encoded(new Uint8Array(await getFile(filePath).arrayBuffer()), encoding) };
    },
  }),
  accessSync: (path) => void getFile(path),
  unlinkSync: (path) => removeFile(path),
  saveFileSync: (tempFilePath, filePath) => keep({ tempFilePath, filePath }).savedFilePath,
  mkdirSync: (path) => writable(path),
  copyFileSync(from, to) {
    writable(to);
    putFile(to, getFile(from));
  },
  writeFileSync(path, data, encoding) {
    writable(path);
    putFile(path, toBlob(data, encoding));
  },
};

const savedFiles = () =>
  filePaths()
    .filter((path) => path.startsWith('wxfile://store_'))
    .map((filePath) => ({ filePath, size: getFile(filePath).size, createTime: 0 }));

export const filesystemCalls = {
  getFileSystemManager: () => manager,
  ...asyncCalls({
    saveFile: keep,
    getFileInfo: ({ filePath }) => ({ size: getFile(filePath).size }),
    getSavedFileList: () => ({ fileList: savedFiles() }),
    removeSavedFile: ({ filePath }) => removeFile(filePath),
    compressImage: ({ src }) => ({ tempFilePath: putTemporary(getFile(src), extensionOf(src)) }),
  }),
};
