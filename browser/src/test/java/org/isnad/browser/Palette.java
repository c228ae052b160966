package org.isnad.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings a picture down to 256 colours, which makes a third of its file. */
final class Palette {

  private static final int MOST = 256;

  private Palette() {}

  /** The picture in its 256 most frequent colours; every other becomes the nearest of them. */
  static BufferedImage of(BufferedImage image) {
    Map<Integer, Integer> counted = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counted.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Integer> colours =
        counted.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Integer> index = new HashMap<>();
    counted.keySet().forEach(colour -> index.put(colour, nearest(colours, colour)));
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(colours));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int at = index.getOrDefault(image.getRGB(x, y) & 0xffffff, 0);
        small.getRaster().setSample(x, y, 0, at);
      }
    }
    return small;
  }

  private static IndexColorModel model(List<Integer> colours) {
    int[] map = colours.stream().mapToInt(Integer::intValue).toArray();
    return new IndexColorModel(
        8, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }

  private static int nearest(List<Integer> colours, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.size(); i++) {
      int other = colours.get(i);
      int red = (colour >> 16 & 255) - (other >> 16 & 255);
      int green = (colour >> 8 & 255) - (other >> 8 & 255);
      int blue = (colour & 255) - (other & 255);
      int apart = red * red + green * green + blue * blue;
      if (apart < least) {
        least = apart;
        best = i;
      }
    }
    return best;
  }
}
