import jsQR from 'jsqr';

// A sharp photo is read small, which is quick; a far or dense code needs more of its pixels.
const widths = [800, 1400, 2400];

/** @returns the text of the QR code in an image file, or null when none is found. Rejects a file that is no image. */
export async function readPhoto(file) {
  const image = await load(file);
  for (const width of widths) {
    const found = scan(image, width);
    if (found) return found;
    if (width >= Math.max(image.naturalWidth, image.naturalHeight)) return null;
  }
  return null;
}

async function load(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

function scan(image, longest) {
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(pixels.data, pixels.width, pixels.height)?.data || null;
}
